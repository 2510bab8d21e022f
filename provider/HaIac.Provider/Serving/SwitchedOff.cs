using System.Collections.Immutable;
using HaIac.Cib.Comparing;
using HaIac.Cib.Documents;
using HaIac.Cib.Options;
using HaIac.Cib.Resources;
using HaIac.Operating.Findings;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using HaIac.Transport.Failing;
using Pulumi.Experimental;

namespace HaIac.Provider.Serving;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>A resource with <c>noop</c>: the cluster is left alone, and the user is told what would have been done.</summary>
internal sealed class SwitchedOff(ResourceKind kind, Func<ClusterSession> session, ResourceLog log)
{
    /// <summary>Tells what the resource would do to the cluster if it were not switched off. A cluster that cannot be asked is no fault.</summary>
    /// <param name="inputs">What is declared.</param>
    /// <param name="last">What was last applied.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    public async Task TellAsync(Fields inputs, Composition last, CancellationToken cancellationToken)
    {
        if (!Inputs.AllKnown(new(inputs)))
        {
            return;
        }

        var lines = new List<string>();
        try
        {
            var wanted = kind.Compose(new(inputs.Remove(ObjectSettings.Noop)));
            var open = session();
            var cib = await open.Cib.GetAsync(cancellationToken).ConfigureAwait(false);
            lines.AddRange(wanted.Objects.Select(item => Line(item, last.Objects.FirstOrDefault(old => old.Id == item.Id), cib, open.Ownership with { Whole = wanted.OwnsAll })).OfType<string>());
            lines.AddRange(last.Objects.Where(old => wanted.Objects.All(item => item.Id != old.Id) && cib.FindElement(old.Id) is not null).Select(old => $"take out {old.Tag} {old.Id}"));
        }
        catch (Exception fault) when (fault is FindingException or TransportException)
        {
            // What cannot be asked cannot be told; a resource that is switched off does not fail for it.
            lines.Add("do what the cluster needs, which cannot be asked now");
        }

        await log.InfoAsync(lines.Count == 0 ? "noop: there is nothing to do." : $"noop: would {string.Join("; ", lines)}. Nothing was done.").ConfigureAwait(false);
    }

    private static string? Line(CibObject wanted, CibObject? last, CibDocument cib, Ownership ownership)
    {
        if (cib.FindElement(wanted.Id) is null && wanted is not ClusterProperties)
        {
            return $"create {wanted.Tag} {wanted.Id}";
        }

        // Names only: values may be secrets.
        var changes = CibComparer.Compare(last, wanted, cib, ownership).Where(change => change.Kind is not (ChangeKind.Foreign or ChangeKind.OperatorState)).Select(change => change.Attribute).ToList();
        return changes.Count == 0 ? null : $"change {wanted.Tag} {wanted.Id} ({string.Join(", ", changes)})";
    }
}
