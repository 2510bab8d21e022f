using System.Collections.Immutable;
using HaIac.Cib.Values;
using HaIac.Operating.Converging;
using HaIac.Operating.Findings;
using HaIac.Operating.TakingOver;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using HaIac.Provider.Switching;
using HaIac.Transport.Failing;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.Provider.Serving;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>One call on one service: who runs it decides what is done.</summary>
/// <param name="kind">The type.</param>
/// <param name="session">The cluster; asked for only when it is needed, so that a service that is not touched needs none.</param>
/// <param name="call">What the call brings along.</param>
/// <param name="log">Messages to the user.</param>
/// <param name="name">The name of the resource.</param>
/// <param name="ownTimeout">Whether the program gave the resource a time of its own, which comes before the limit of its waits.</param>
internal sealed class ServiceHandler(ResourceKind kind, Func<ClusterSession> session, CallContext call, ResourceLog log, string name, bool ownTimeout) : IResourceHandler
{
    private readonly ReportTeller _teller = new(log);

    public async Task<CreateResponse> CreateAsync(Fields inputs, CancellationToken ct)
    {
        var service = DeclaredService.Of(name, inputs);
        if (service.IsOff)
        {
            return new() { Id = service.Profile.ServiceName, Outputs = Untouched(inputs) };
        }

        if (!service.Clustered)
        {
            await NativeAsync(service, changed: false, ct).ConfigureAwait(false);
            return new() { Id = service.Profile.ServiceName, Outputs = Outputs.Applied(inputs, kind.Compose(new(inputs)), ApplyReport.Nothing) };
        }

        var (outputs, report, id) = await EnterAsync(service, [], ct).ConfigureAwait(false);
        await TellAsync(id, service, outputs, report).ConfigureAwait(false);
        return new() { Id = id, Outputs = outputs };
    }

    public async Task<UpdateResponse> UpdateAsync(string id, Fields inputs, Fields oldOutputs, CancellationToken ct)
    {
        var after = DeclaredService.Of(name, inputs);
        if (after.IsOff)
        {
            return new() { Outputs = oldOutputs.SetItem("noop", new(true)) };
        }

        var before = DeclaredService.Of(name, oldOutputs);
        var record = NativeOutput.Read(oldOutputs);
        if (!after.Clustered)
        {
            if (Leaves(before, record))
            {
                await new ClusterExit(session(), Context(before, stops: true), log).LeaveAsync(before, kind.Compose(new(oldOutputs)), after, record, ct).ConfigureAwait(false);
            }
            else
            {
                await NativeAsync(after, after.ReadsAnew(before), ct).ConfigureAwait(false);
            }

            return new() { Outputs = Outputs.Applied(inputs, kind.Compose(new(inputs)), ApplyReport.Nothing) };
        }

        if (!before.Clustered)
        {
            var (entered, entry, _) = await EnterAsync(after, record, ct).ConfigureAwait(false);
            await TellAsync(id, after, entered, entry).ConfigureAwait(false);
            return new() { Outputs = entered };
        }

        var nodes = await ServiceNodes.OfAsync(after.Profile, session(), call.Subject, ct).ConfigureAwait(false);
        var wanted = kind.Compose(new(Allowed(inputs, nodes)));
        var (report, taken) = await new ClusterStay(session(), Context(after), log)
            .ChangeAsync(before, kind.Compose(new(oldOutputs)), after, wanted, nodes, record, ct).ConfigureAwait(false);
        var outputs = WithNative(Outputs.Applied(Allowed(inputs, nodes), wanted, report), taken);
        await TellAsync(id, after, outputs, report).ConfigureAwait(false);
        return new() { Outputs = outputs };
    }

    public async Task DeleteAsync(Fields oldOutputs, CancellationToken ct)
    {
        // Nothing is restored or stopped for a service of the init system: a declaration that goes says nothing about the daemon.
        var before = DeclaredService.Of(name, oldOutputs);
        var record = NativeOutput.Read(oldOutputs);
        if (before.IsOff || !Leaves(before, record))
        {
            return;
        }

        var last = kind.Compose(new(oldOutputs));
        if (before.Clustered && session().Owned.LivesOn(last.Outer, call.Urn))
        {
            await log.WarningAsync($"{last.Outer} belongs to another resource of the program by now and stays in the cluster.").ConfigureAwait(false);
            return;
        }

        await new ClusterExit(session(), Context(before, stops: true), log).LeaveAsync(before, last, null, record, ct).ConfigureAwait(false);
    }

    public async Task<CreateResponse> PreviewCreateAsync(Fields inputs, CancellationToken ct)
    {
        var wanted = await DescribeAsync(inputs, null, ct).ConfigureAwait(false);
        return new() { Id = "", Outputs = Outputs.Predicted(inputs, wanted, null) };
    }

    public async Task<UpdateResponse> PreviewUpdateAsync(Fields inputs, Fields oldOutputs, CancellationToken ct)
    {
        var wanted = await DescribeAsync(inputs, oldOutputs, ct).ConfigureAwait(false);
        return new() { Outputs = Outputs.Predicted(inputs, wanted, oldOutputs) };
    }

    public async Task<ReadResponse> ReadAsync(string id, Fields inputs, Fields outputs, CancellationToken ct)
    {
        var declared = inputs.IsEmpty && !outputs.IsEmpty ? Outputs.InputsIn(outputs) : inputs;
        if (DeclaredService.Off(declared))
        {
            return new() { Id = id, Inputs = inputs, Outputs = outputs };
        }

        // What the nodes were when it was allowed on them belongs to what is looked for, but not to the inputs.
        var allowed = outputs.TryGetValue(ServiceComposer.AllowedOn, out var nodes) ? declared.SetItem(ServiceComposer.AllowedOn, nodes) : declared;
        var found = await new ResourceHandler(kind, session, call, log).ReadAsync(id, allowed, outputs, ct).ConfigureAwait(false);
        if (string.IsNullOrEmpty(found.Id) && NativeOutput.Read(outputs) is { Count: > 0 } record)
        {
            // How its units were before the takeover is known here only; the service is there, though the cluster does not run it any more.
            var left = declared.SetItem("haMode", new("Disabled"));
            return new() { Id = id, Inputs = left, Outputs = WithNative(Outputs.Applied(left, kind.Compose(new(left)), ApplyReport.Nothing), record) };
        }

        if (string.IsNullOrEmpty(found.Id) || declared.IsEmpty)
        {
            return found;
        }

        var read = await new ServiceReader(session, call, log).ReadAsync(DeclaredService.Of(name, declared), found.Inputs!.ToImmutableDictionary(StringComparer.Ordinal).Remove(ServiceComposer.AllowedOn), kind.Compose(new(allowed)), ct).ConfigureAwait(false);
        var result = found.Outputs!.ToImmutableDictionary(StringComparer.Ordinal).SetItems(read);
        foreach (var gone in declared.Keys.Where(key => !read.ContainsKey(key)))
        {
            result = result.Remove(gone);
        }

        foreach (var kept in new[] { NativeOutput.Name, ServiceComposer.AllowedOn })
        {
            result = outputs.TryGetValue(kept, out var value) ? result.SetItem(kept, value) : result;
        }

        return new() { Id = id, Inputs = read, Outputs = result };
    }

    private async Task<(Fields Outputs, ApplyReport Report, string Id)> EnterAsync(DeclaredService service, ValueList<NativeRecord> known, CancellationToken ct)
    {
        var nodes = await ServiceNodes.OfAsync(service.Profile, session(), call.Subject, ct).ConfigureAwait(false);
        var inputs = Allowed(service.Inputs, nodes);
        var wanted = kind.Compose(new(inputs));
        var (report, record) = await new ClusterEntry(session(), Context(service), log).EnterAsync(service, wanted, nodes, known, ct).ConfigureAwait(false);
        return (WithNative(Outputs.Applied(inputs, wanted, report), record), report, wanted.Outer);
    }

    /// <summary>Lets the init systems do what is declared; if nothing is, nothing is touched and no cluster is needed (rule A1).</summary>
    private async Task NativeAsync(DeclaredService service, bool changed, CancellationToken ct)
    {
        if (service.Profile.Native.IsAsked || changed)
        {
            var nodes = await ServiceNodes.OfAsync(service.Profile, session(), call.Subject, ct).ConfigureAwait(false);
            await WarnOfflineAsync(nodes).ConfigureAwait(false);
            await log.AllAsync(await new NativeConverger(session().Transport.Nodes).ApplyAsync(service.Profile, nodes.Online, changed, ct).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private async Task WarnOfflineAsync(ServiceNodes nodes)
    {
        if (nodes.Offline.Count > 0)
        {
            await log.WarningAsync($"{string.Join(", ", nodes.Offline)} {(nodes.Offline.Count == 1 ? "is" : "are")} offline and left as {(nodes.Offline.Count == 1 ? "it is" : "they are")}.").ConfigureAwait(false);
        }
    }

    /// <summary>Checks what would be written and tells what would happen on the nodes. Reads only.</summary>
    /// <returns>The objects; null while an input is known only after up.</returns>
    private async Task<Composition?> DescribeAsync(Fields inputs, Fields? oldOutputs, CancellationToken ct)
    {
        if (!Inputs.AllKnown(new(inputs)))
        {
            return null;
        }

        var after = DeclaredService.Of(name, inputs);
        if (after.IsOff)
        {
            return kind.Compose(new(Untouched(inputs)));
        }

        var before = oldOutputs is null ? null : DeclaredService.Of(name, oldOutputs);
        var last = oldOutputs is null ? null : kind.Compose(new(oldOutputs));
        if (!after.Clustered)
        {
            await TellComingAsync(async () =>
            {
                if (before is not null && NativeOutput.Read(oldOutputs!) is var record && Leaves(before, record))
                {
                    return ClusterExit.Describe(last!, after, record);
                }

                var changed = before is not null && after.ReadsAnew(before);
                return !after.Profile.Native.IsAsked && !changed ? []
                    : await new NativeConverger(session().Transport.Nodes).DescribeAsync(
                        after.Profile, (await ServiceNodes.OfAsync(after.Profile, session(), call.Subject, ct).ConfigureAwait(false)).Online, changed, ct).ConfigureAwait(false);
            }).ConfigureAwait(false);
            return kind.Compose(new(inputs));
        }

        var nodes = await ServiceNodes.OfAsync(after.Profile, session(), call.Subject, ct).ConfigureAwait(false);
        var wanted = kind.Compose(new(Allowed(inputs, nodes)));
        var checker = new PreviewChecker(session());
        var warnings = last is null or { Objects.IsEmpty: true }
            ? await checker.CheckCreateAsync(wanted, takesOver: false, call, ct).ConfigureAwait(false)
            : await checker.CheckUpdateAsync(wanted, last, call, ct).ConfigureAwait(false);
        await log.AllWarningsAsync(warnings.Select(warning => warning.ToString())).ConfigureAwait(false);
        if (before?.Clustered != true)
        {
            await log.AllWarningsAsync(OtherNames.About(after.Profile, wanted, await session().Cib.GetAsync(ct).ConfigureAwait(false))).ConfigureAwait(false);
        }

        await TellComingAsync(async () => before?.Clustered == true
            ? PreviewChecker.DescribeRenesting(wanted, last!)
            : await new ClusterEntry(session(), call, log).DescribeAsync(after, wanted, nodes, ct).ConfigureAwait(false)).ConfigureAwait(false);
        return wanted;
    }

    private async Task TellComingAsync(Func<Task<IEnumerable<string>>> describe)
    {
        try
        {
            await log.AllAsync(await describe().ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (TransportException exception)
        {
            // Up will say it as an error if it still holds then.
            await log.WarningAsync(exception.Message).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Whether there is something to undo. If others took the service out of the cluster, only the record tells how its units were, and it goes with the declaration.
    /// </summary>
    private static bool Leaves(DeclaredService before, ValueList<NativeRecord> record) => before.Clustered || record.Count > 0;

    private Task TellAsync(string id, DeclaredService service, Fields outputs, ApplyReport report) =>
        _teller.TellAsync(id, service.Inputs, outputs, report, finding => service.Profile.Waits.TimeoutIsWarning && finding.Code == FindingCode.NotSettled);

    private CallContext Context(DeclaredService service, bool stops = false) => call with
    {
        Timeout = !ownTimeout && new Inputs(service.Inputs).Object("waits")?.Text("limit") is not null ? service.Profile.Waits.Limit : call.Timeout,
        Cleanup = stops ? service.Profile.Cleanup.OnStop : service.Profile.Cleanup.OnStart,
        CleansUpNew = true,
        Waits = service.Profile.Waits,
    };

    /// <summary>The inputs with the nodes that the service is allowed on, where it has to be allowed.</summary>
    private static Fields Allowed(Fields inputs, ServiceNodes nodes) => new Inputs(inputs).Object("optIn")?.Flag("enabled") == true
        ? inputs.SetItem(ServiceComposer.AllowedOn, new([.. nodes.All.Select(node => new PropertyValue(node.Value))]))
        : inputs;

    private static Fields WithNative(Fields outputs, ValueList<NativeRecord> record) =>
        record.Count == 0 ? outputs : outputs.SetItem(NativeOutput.Name, NativeOutput.Write(record));

    /// <summary>What the state keeps of a service that was never touched: nothing that a later run could take for its own.</summary>
    private Fields Untouched(Fields inputs)
    {
        var none = inputs.RemoveRange(["primitive", "group", "clone", "bundle", "locations", "colocations", "orders", "scripts"]).SetItem("haMode", new("Disabled"));
        return Outputs.Applied(none, kind.Compose(new(none)), ApplyReport.Nothing);
    }
}
