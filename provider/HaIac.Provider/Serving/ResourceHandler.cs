using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Provider.Applying;
using HaIac.Operating.Findings;
using HaIac.Provider.Composing;
using HaIac.Provider.Reading;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.Provider.Serving;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>One call on one resource: composes, applies, and puts the result into the form of the engine.</summary>
/// <param name="kind">The type of the resource.</param>
/// <param name="session">The cluster; asked for only when it is needed, so that a service without HA needs none.</param>
/// <param name="call">What the call brings along.</param>
/// <param name="log">Messages to the user.</param>
internal sealed class ResourceHandler(ResourceKind kind, Func<ClusterSession> session, CallContext call, ResourceLog log) : IResourceHandler
{
    private readonly ReportTeller _teller = new(log);

    public async Task<CreateResponse> CreateAsync(Fields inputs, CancellationToken ct)
    {
        var wanted = kind.Compose(new(inputs));
        var report = wanted.Objects.IsEmpty ? ApplyReport.Nothing
            : kind.SetsOptions ? await new ResourceApplier(session()).SetOptionsAsync((ClusterProperties)wanted.Objects[0], null, ImmutableDictionary<string, string>.Empty, ct).ConfigureAwait(false)
            : await new ResourceApplier(session()).CreateAsync(wanted, call, ct).ConfigureAwait(false);
        var outputs = Outputs.Applied(inputs, wanted, report);
        await TellOffAsync(inputs, wanted with { Objects = [] }, ct).ConfigureAwait(false);
        await _teller.TellAsync(wanted.Outer, inputs, outputs, report).ConfigureAwait(false);
        return new() { Id = wanted.Outer, Outputs = outputs };
    }

    public async Task<UpdateResponse> UpdateAsync(string id, Fields inputs, Fields oldOutputs, CancellationToken ct)
    {
        var wanted = kind.Compose(new(inputs));
        var last = kind.Applied(oldOutputs);
        if (ObjectSettings.IsOff(inputs))
        {
            await TellOffAsync(inputs, last, ct).ConfigureAwait(false);
            return new() { Outputs = Outputs.Off(oldOutputs) };
        }

        if (ObjectSettings.IsOff(oldOutputs) && last.Objects.IsEmpty)
        {
            return new() { Outputs = (await CreateAsync(inputs, ct).ConfigureAwait(false)).Outputs };
        }

        var report = wanted.Objects.IsEmpty && last.Objects.IsEmpty ? ApplyReport.Nothing
            : kind.SetsOptions
                ? await new ResourceApplier(session()).SetOptionsAsync((ClusterProperties)wanted.Objects[0], (ClusterProperties)last.Objects[0], Outputs.PreviousIn(oldOutputs), ct).ConfigureAwait(false)
                : await new ResourceApplier(session()).UpdateAsync(wanted, last, call, ct).ConfigureAwait(false);
        var outputs = Outputs.Applied(inputs, wanted, report);
        await _teller.TellAsync(id, inputs, outputs, report).ConfigureAwait(false);
        return new() { Outputs = outputs };
    }

    public async Task DeleteAsync(Fields oldOutputs, CancellationToken ct)
    {
        var last = kind.Applied(oldOutputs);
        if (ObjectSettings.IsOff(oldOutputs))
        {
            await log.WarningAsync(last.Objects.IsEmpty
                ? "noop: it was never put into the cluster."
                : $"noop: {string.Join(", ", last.Objects.Select(item => item.Id))} stays in the cluster, without an owner from now on.").ConfigureAwait(false);
            return;
        }

        if (last.Objects.IsEmpty)
        {
            return;
        }

        if (kind.SetsOptions)
        {
            var options = (ClusterProperties)last.Objects[0];
            await new ResourceApplier(session()).SetOptionsAsync(options with { Properties = Cib.Values.AttributeMap.Empty }, options, Outputs.PreviousIn(oldOutputs), ct).ConfigureAwait(false);
            return;
        }

        var report = await new ResourceApplier(session()).DeleteAsync(last, call, ct).ConfigureAwait(false);
        foreach (var warning in report.Warnings)
        {
            await log.WarningAsync(warning).ConfigureAwait(false);
        }

        if (report.Findings.FirstOrDefault() is { } finding)
        {
            throw new FindingException(finding);
        }
    }

    public async Task<CreateResponse> PreviewCreateAsync(Fields inputs, CancellationToken ct)
    {
        var wanted = Inputs.AllKnown(new(inputs)) ? kind.Compose(new(inputs)) : null;
        if (wanted is { Objects.IsEmpty: false })
        {
            await WarnAsync(await new PreviewChecker(session()).CheckCreateAsync(wanted, takesOver: kind.SetsOptions, call, ct).ConfigureAwait(false)).ConfigureAwait(false);
        }

        await TellOffAsync(inputs, new("", []), ct).ConfigureAwait(false);
        return new() { Id = "", Outputs = Outputs.Predicted(inputs, wanted, null) };
    }

    public async Task<UpdateResponse> PreviewUpdateAsync(Fields inputs, Fields oldOutputs, CancellationToken ct)
    {
        var wanted = Inputs.AllKnown(new(inputs)) ? kind.Compose(new(inputs)) : null;
        var last = kind.Applied(oldOutputs);
        if (ObjectSettings.IsOff(inputs))
        {
            await TellOffAsync(inputs, last, ct).ConfigureAwait(false);
            return new() { Outputs = Outputs.Off(oldOutputs) };
        }

        if (ObjectSettings.IsOff(oldOutputs) && last.Objects.IsEmpty)
        {
            return new() { Outputs = (await PreviewCreateAsync(inputs, ct).ConfigureAwait(false)).Outputs };
        }

        if (wanted is not null && !(wanted.Objects.IsEmpty && last.Objects.IsEmpty))
        {
            await WarnAsync(await new PreviewChecker(session()).CheckUpdateAsync(wanted, last, call, ct).ConfigureAwait(false)).ConfigureAwait(false);
        }

        return new() { Outputs = Outputs.Predicted(inputs, wanted, oldOutputs) };
    }

    public async Task<ReadResponse> ReadAsync(string id, Fields inputs, Fields outputs, CancellationToken ct)
    {
        if (ObjectSettings.IsOff(inputs) || (inputs.IsEmpty && ObjectSettings.IsOff(outputs)))
        {
            return new() { Id = id, Inputs = inputs, Outputs = outputs };
        }

        var reader = new StateReader(kind.Shape, kind.Compose);
        var declared = inputs.IsEmpty && !outputs.IsEmpty ? Outputs.InputsIn(outputs) : inputs;
        var composition = declared.IsEmpty ? null : reader.TryCompose(declared);
        if (composition is { Objects.IsEmpty: true })
        {
            return new() { Id = id, Inputs = declared, Outputs = Outputs.Known(declared, composition, ImmutableDictionary<string, IReadOnlyList<string>>.Empty) };
        }

        var cib = await session().Cib.GetAsync(ct).ConfigureAwait(false);
        reader = new StateReader(kind.Shape, kind.Compose, session().Ownership);
        if (reader.Read(id, declared, composition, cib) is not { } found)
        {
            return new() { Id = "" };
        }

        var status = await session().Status.GetAsync(ct).ConfigureAwait(false);
        var now = kind.Compose(new(found));
        await TellOperatorStateAsync(now, cib).ConfigureAwait(false);
        var running = now.Objects.OfType<CibResource>().ToDictionary(
            item => item.Id.Value, item => (IReadOnlyList<string>)[.. status.RunningOn(item.Id.Value).Select(node => node.Value)], StringComparer.Ordinal);
        var result = Outputs.Known(found, now, running);
        return new()
        {
            Id = id,
            Inputs = found,
            Outputs = outputs.TryGetValue(Outputs.PreviousValues, out var previous) ? result.SetItem(Outputs.PreviousValues, previous) : result,
        };
    }

    private async Task WarnAsync(IReadOnlyList<CibFinding> findings)
    {
        foreach (var finding in findings)
        {
            await log.WarningAsync(finding.ToString()).ConfigureAwait(false);
        }
    }

    /// <summary>Tells what a resource that is switched off would have done; nothing for any other.</summary>
    private Task TellOffAsync(Fields inputs, Composition last, CancellationToken ct) =>
        ObjectSettings.IsOff(inputs) ? new SwitchedOff(kind, session, log).TellAsync(inputs, last, ct) : Task.CompletedTask;

    /// <summary>What operators have set is no drift and stays, but a user who looks should see it.</summary>
    private async Task TellOperatorStateAsync(Composition now, CibDocument cib)
    {
        var set = now.Objects.SelectMany(item => CibComparer.Compare(item, item, cib, session().Ownership)).Where(change => change.Kind == ChangeKind.OperatorState).ToList();
        if (set.Count > 0)
        {
            await log.InfoAsync($"Set by operators and left as it is: {string.Join(", ", set.Select(OperatorNames.Text))}.").ConfigureAwait(false);
        }
    }
}
