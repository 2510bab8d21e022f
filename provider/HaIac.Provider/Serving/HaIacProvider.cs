using System.Collections.Immutable;
using HaIac.Cib.Findings;
using HaIac.Provider.Applying;
using HaIac.Operating.Awaiting;
using HaIac.Operating.Findings;
using HaIac.Provider.Checking;
using HaIac.Provider.Composing;
using HaIac.Provider.Functions;
using HaIac.Transport.Addressing;
using Pulumi.Experimental.Provider;
using Pulumi.Experimental;

namespace HaIac.Provider.Serving;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>The plugin as the engine sees it. It only routes: which type, which step, what answer.</summary>
internal sealed class HaIacProvider(IEngine engine, Func<ClusterAddress, AwaitSettings, ClusterSession> open, string directory, AwaitSettings patience)
    : Pulumi.Experimental.Provider.Provider, IAsyncDisposable
{
    private ClusterSession? _session;
    private ImmutableArray<Finding> _configurationFindings = [];

    /// <inheritdoc/>
    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct) =>
        Task.FromResult(new GetSchemaResponse { Schema = PackageSchema.Text });

    /// <inheritdoc/>
    public override Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct) => Task.FromResult(new CheckResponse
    {
        Inputs = request.NewInputs,
        Failures = [.. ProviderSettings.Read(request.NewInputs, directory).Findings.Select(Failure)],
    });

    /// <inheritdoc/>
    public override Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken ct)
    {
        // Objects of the old cluster stay there: moving a stack to another cluster creates its objects there anew, and takes the old ones out.
        var before = request.OldInputs.GetValueOrDefault("cluster");
        var after = request.NewInputs.GetValueOrDefault("cluster");
        var moved = before is not null && after is not null && !before.IsComputed && !after.IsComputed
            && ProviderSettings.Read(request.OldInputs, directory).Cluster is { } old
            && ProviderSettings.Read(request.NewInputs, directory).Cluster is { } now
            && !SameCluster(old, now);
        return Task.FromResult(new DiffResponse
        {
            Changes = moved || !SameValues(request.OldInputs, request.NewInputs),
            Replaces = moved ? ["cluster"] : [],
        });
    }

    /// <inheritdoc/>
    public override Task<ConfigureResponse> Configure(ConfigureRequest request, CancellationToken ct)
    {
        var settings = ProviderSettings.Read(request.Args, directory);
        _configurationFindings = settings.Findings;
        if (settings.SettleTimeout is { } timeout)
        {
            patience.SettleTimeout = timeout;
        }

        _session = settings.Cluster is { } cluster ? open(cluster, patience) : null;
        if (_session is { } session && settings.OperatorState is { } names)
        {
            session.Ownership = session.Ownership with { OperatorAttributes = names };
        }

        return Task.FromResult(new ConfigureResponse { AcceptSecrets = true, SupportsPreview = true, AcceptResources = true, AcceptOutputs = true });
    }

    /// <inheritdoc/>
    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct) => Guard.RunAsync(async () =>
    {
        using var work = _session?.Gate.Work();
        var kind = KindOf(request.Type, request.Name);
        var subject = Subject(request.Type, request.Name);
        var outcome = ShapeChecker.Check(kind.Shape, WithId(kind, request.NewInputs, request.Name), subject);
        var findings = outcome.Findings.ToList();
        if (_session is { } session && DeclaredAgents.Installed(outcome.Inputs).ToList() is { Count: > 0 } agents)
        {
            findings.AddRange(await AgentChecker.CheckAsync(agents, session.Agents, session.Transport.Address, subject, ct).ConfigureAwait(false));
        }

        return new CheckResponse { Inputs = outcome.Inputs, Failures = [.. findings.Select(Failure)] };
    });

    /// <inheritdoc/>
    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct) => Guard.RunAsync(() =>
    {
        _session?.Gate.Touch();
        var kind = KindOf(request.Type, request.Name);
        var answer = DiffAnswer.Of(kind.Shape, request);
        if (answer.Replaces is { Count: > 0 })
        {
            _session?.Owned.Replacing(kind.Compose(new(request.OldOutputs)).Objects.Select(item => item.Id.Value), request.Urn);
        }

        return Task.FromResult(answer);
    });

    /// <inheritdoc/>
    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct) => Guard.RunAsync(async () =>
    {
        var kind = KindOf(request.Type, request.Name);
        var handler = Handler(kind, request.Urn, request.Type, request.Name, request.Timeout);
        return request.Preview ? await handler.PreviewCreateAsync(request.Inputs, ct).ConfigureAwait(false) : await handler.CreateAsync(request.Inputs, ct).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public override Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct) => Guard.RunAsync(async () =>
    {
        var kind = KindOf(request.Type, request.Name);
        var handler = Handler(kind, request.Urn, request.Type, request.Name, request.Timeout);
        return request.Preview
            ? await handler.PreviewUpdateAsync(request.NewInputs, request.OldOutputs, ct).ConfigureAwait(false)
            : await handler.UpdateAsync(request.Id, request.NewInputs, request.OldOutputs, ct).ConfigureAwait(false);
    });

    /// <inheritdoc/>
    public override Task Delete(DeleteRequest request, CancellationToken ct) => Guard.RunAsync(async () =>
    {
        var kind = KindOf(request.Type, request.Name);
        var handler = Handler(kind, request.Urn, request.Type, request.Name, request.Timeout);
        await handler.DeleteAsync(request.OldOutputs, ct).ConfigureAwait(false);
        return true;
    });

    /// <inheritdoc/>
    public override Task<ReadResponse> Read(ReadRequest request, CancellationToken ct) => Guard.RunAsync(() =>
    {
        var kind = KindOf(request.Type, request.Name);
        var handler = Handler(kind, request.Urn, request.Type, request.Name, request.Timeout);
        return handler.ReadAsync(request.Id, request.Inputs, request.Outputs, ct);
    });

    /// <inheritdoc/>
    public override Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct) => Guard.RunAsync(async () =>
    {
        if (!FunctionTable.All.TryGetValue(request.Tok, out var function))
        {
            throw new FindingException(new(
                FindingCode.UnknownType, $"\"{request.Tok}\" is no function of package haiac.", $"function {request.Tok}",
                $"Its functions are {string.Join(", ", FunctionTable.All.Keys.Order(StringComparer.Ordinal))}.",
                NearestName.Find(request.Tok, FunctionTable.All.Keys) is { } near ? $"Did you mean {near}? Otherwise use a newer plugin." : "Use one of these, or a newer plugin."));
        }

        if (FunctionCheck.Run(function, request.Args).ToList() is { Count: > 0 } findings)
        {
            return new InvokeResponse { Failures = [.. findings.Select(Failure)] };
        }

        var inputs = new Inputs(request.Args);
        var preview = function.Changes && (request.Preview || inputs.Flag(FunctionTable.DryRun) == true);
        var log = new ResourceLog(engine, "");
        using var work = _session?.Gate.Work();
        var answer = await function.Run(Session(), inputs, preview, log.Status, ct).ConfigureAwait(false);
        if (preview)
        {
            await log.InfoAsync($"{function.Token} of \"{inputs.Text("service")}\" changes nothing in a preview.").ConfigureAwait(false);
        }

        return new InvokeResponse { Return = answer };
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private IResourceHandler Handler(ResourceKind kind, string urn, string type, string name, TimeSpan timeout)
    {
        var call = Call(urn, type, name, timeout);
        var log = new ResourceLog(engine, urn);
        return kind.IsService ? new ServiceHandler(kind, Session, call, log, name, timeout > TimeSpan.Zero) : new ResourceHandler(kind, Session, call, log);
    }

    private ClusterSession Session() => _session ?? throw new FindingException(_configurationFindings.IsEmpty
        ? ProviderSettings.Read(Fields.Empty, directory).Findings[0]
        : _configurationFindings[0]);

    private CallContext Call(string urn, string type, string name, TimeSpan timeout)
    {
        _session?.Gate.Touch();
        var log = new ResourceLog(engine, urn);
        return new(urn, Subject(type, name), timeout > TimeSpan.Zero ? timeout : patience.SettleTimeout, log.Status);
    }

    private static ResourceKind KindOf(string type, string name) => ResourceKinds.All.GetValueOrDefault(type) ?? throw new FindingException(new(
        FindingCode.UnknownType, $"\"{type}\" is no type of package haiac.", Subject(type, name),
        $"Its types are {string.Join(", ", ResourceKinds.All.Keys.Order(StringComparer.Ordinal))}.",
        NearestName.Find(type, ResourceKinds.All.Keys) is { } near ? $"Did you mean {near}? Otherwise use a newer plugin." : "Use one of these, or a newer plugin."));

    /// <summary>The default of an id is the logical name, filled in here so that previews show it.</summary>
    private static Fields WithId(ResourceKind kind, Fields inputs, string name) =>
        kind.Shape.Find("cibId") is null || (inputs.TryGetValue("cibId", out var id) && !id.IsNull) ? inputs : inputs.SetItem("cibId", new(name));

    private static string Subject(string type, string name) => $"{type} \"{name}\"";

    private static CheckFailure Failure(Finding finding) => new(finding.Property, finding.ToString());

    private static bool SameCluster(ClusterAddress one, ClusterAddress other) => (one, other) switch
    {
        (VirtualAddress a, VirtualAddress b) => a.Directory == b.Directory,
        (SshAddress a, SshAddress b) => a.Hosts.Any(host => b.Hosts.Contains(host)),
        _ => one.Equals(other),
    };

    private static bool SameValues(Fields one, Fields other) =>
        one.Count == other.Count && one.All(pair => other.TryGetValue(pair.Key, out var value) && value.WithSecret(false).Equals(pair.Value.WithSecret(false)));
}
