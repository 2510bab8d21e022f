using System.Security.Cryptography;
using HaIac.Cib.Findings;
using HaIac.CommandProvider.Applying;
using HaIac.CommandProvider.Checking;
using HaIac.CommandProvider.Copying;
using HaIac.CommandProvider.Diffing;
using HaIac.CommandProvider.Findings;
using HaIac.CommandProvider.Packaging;
using HaIac.CommandProvider.Reaching;
using HaIac.CommandProvider.Running;
using HaIac.Transport.Running;
using Pulumi;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.CommandProvider.Serving;

/// <summary>The plugin as the engine sees it. It only routes: which type, which step, what answer.</summary>
internal sealed class CommandPlugin : Pulumi.Experimental.Provider.Provider
{
    private const int IdBytes = 4;

    private readonly IEngine engine;
    private readonly ICommandPlace local;
    private readonly Dictionary<string, IResourceHandler> handlers;

    /// <summary>Creates the plugin.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="programs">Starts programs.</param>
    /// <param name="directory">The folder of the program, where relative paths start.</param>
    /// <param name="clock">Measures time limits and pauses.</param>
    public CommandPlugin(IEngine engine, IProgramRunner programs, string directory, TimeProvider clock)
    {
        this.engine = engine;
        local = new LocalPlace(programs, directory, clock);
        var copies = new CopyRun(programs, clock);
        handlers = new(StringComparer.Ordinal)
        {
            [PackageTypes.LocalCommand] = new CommandHandler(local),
            [PackageTypes.RemoteCommand] = new CommandHandler(new RemotePlace(programs, clock)),
            [PackageTypes.CopyToRemote] = new CopyToRemoteHandler(copies, directory),
            [PackageTypes.CopyFile] = new CopyFileHandler(copies, directory),
        };
    }

    /// <inheritdoc/>
    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct) =>
        Task.FromResult(new GetSchemaResponse { Schema = PackageSchema.Text });

    /// <inheritdoc/>
    public override Task<CheckResponse> CheckConfig(CheckRequest request, CancellationToken ct) =>
        Task.FromResult(new CheckResponse { Inputs = request.NewInputs });

    /// <inheritdoc/>
    public override Task<DiffResponse> DiffConfig(DiffRequest request, CancellationToken ct) =>
        Task.FromResult(new DiffResponse { Changes = false });

    /// <inheritdoc/>
    public override Task<CheckResponse> Check(CheckRequest request, CancellationToken ct)
    {
        var secrets = SecretTexts.In(request.NewInputs);
        return Guard.RunAsync(secrets, () =>
        {
            var outcome = new InputChecker(Subject(request.Type, request.Name)).Check(TypeOf(request.Type, request.Name), request.NewInputs);
            return Task.FromResult(new CheckResponse { Inputs = outcome.Inputs, Failures = Failures(outcome, secrets) });
        });
    }

    /// <inheritdoc/>
    public override Task<DiffResponse> Diff(DiffRequest request, CancellationToken ct) => Guard.RunAsync(
        SecretTexts.In(), () => Task.FromResult(new InputDiff(TypeOf(request.Type, request.Name)).Answer(request)));

    /// <inheritdoc/>
    public override Task<CreateResponse> Create(CreateRequest request, CancellationToken ct)
    {
        var secrets = SecretTexts.In(request.Inputs);
        return Guard.RunAsync(secrets, async () =>
        {
            var handler = HandlerOf(request.Type, request.Name);
            return request.Preview
                ? new CreateResponse { Id = "", Outputs = handler.Predict(request.Inputs, null) }
                : new CreateResponse
                {
                    Outputs = await handler.CreateAsync(request.Inputs, Call(request.Type, request.Name, request.Urn, request.Timeout, secrets), ct).ConfigureAwait(false),
                    Id = handler.IdPrefix(request.Name) + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
                };
        });
    }

    /// <inheritdoc/>
    public override Task<UpdateResponse> Update(UpdateRequest request, CancellationToken ct)
    {
        var secrets = SecretTexts.In(request.NewInputs, request.OldOutputs);
        return Guard.RunAsync(secrets, async () =>
        {
            var handler = HandlerOf(request.Type, request.Name);
            return new UpdateResponse
            {
                Outputs = request.Preview
                    ? handler.Predict(request.NewInputs, request.OldOutputs)
                    : await handler.UpdateAsync(request.NewInputs, request.OldOutputs, Call(request.Type, request.Name, request.Urn, request.Timeout, secrets), ct).ConfigureAwait(false),
            };
        });
    }

    /// <inheritdoc/>
    public override Task Delete(DeleteRequest request, CancellationToken ct)
    {
        var secrets = SecretTexts.In(request.OldOutputs);
        return Guard.RunAsync(secrets, async () =>
        {
            await HandlerOf(request.Type, request.Name).DeleteAsync(request.OldOutputs, Call(request.Type, request.Name, request.Urn, request.Timeout, secrets), ct).ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>Nobody but the state knows what a command did: a read answers what it was asked with.</summary>
    public override Task<ReadResponse> Read(ReadRequest request, CancellationToken ct) =>
        Task.FromResult(new ReadResponse { Id = request.Id, Inputs = request.Inputs, Outputs = request.Outputs });

    /// <inheritdoc/>
    public override Task<InvokeResponse> Invoke(InvokeRequest request, CancellationToken ct)
    {
        var secrets = SecretTexts.In(request.Args);
        return Guard.RunAsync(secrets, async () =>
        {
            var function = PackageTypes.Functions.GetValueOrDefault(request.Tok) ?? throw Unknown(request.Tok, $"function {request.Tok}", PackageTypes.Functions.Keys);
            var outcome = new InputChecker($"function {request.Tok}").Check(function, request.Args);
            if (outcome.Findings.Count > 0)
            {
                return new InvokeResponse { Failures = Failures(outcome, secrets) };
            }

            var reader = new InputReader(outcome.Inputs);
            var isSecret = outcome.Inputs.Values.Any(InputReader.HasSecret);
            var call = new CallContext($"function {request.Tok}", TimeSpan.Zero, new CommandLog(engine, null, secrets));
            var result = await local.RunAsync(new CommandRun(reader.Text("command")!, "run", reader, null, isSecret), call, ct).ConfigureAwait(false);
            return new InvokeResponse { Return = CommandHandler.With(outcome.Inputs, result, isSecret) };
        });
    }

    private CallContext Call(string type, string name, Urn urn, TimeSpan timeout, SecretTexts secrets) =>
        new(Subject(type, name), timeout, new CommandLog(engine, urn, secrets));

    private IResourceHandler HandlerOf(string type, string name) => handlers[TypeOf(type, name).Token];

    private static PackageType TypeOf(string type, string name) =>
        PackageTypes.Resources.GetValueOrDefault(type) ?? throw Unknown(type, Subject(type, name), PackageTypes.Resources.Keys);

    private static FindingException Unknown(string token, string subject, IEnumerable<string> known) => new(new(
        FindingCode.UnknownType, $"\"{token}\" is not part of package command.", subject,
        $"It has {string.Join(", ", known.Order(StringComparer.Ordinal))}.",
        NearestName.Find(token, known) is { } near ? $"Did you mean {near}?" : "Use one of these, or a newer plugin."));

    private static List<CheckFailure> Failures(CheckOutcome outcome, SecretTexts secrets) =>
        [.. outcome.Findings.Select(finding => new CheckFailure(finding.Property, secrets.Mask(finding.ToString())))];

    private static string Subject(string type, string name) => $"{type} \"{name}\"";
}
