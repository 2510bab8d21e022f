using System.Collections.Immutable;
using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Engine.Stepping;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>Finds what must be deleted before a resource that is replaced delete-first.</summary>
/// <remarks>Source: pulumi-protocol.md 6.3.</remarks>
internal sealed class ReplacementCascade(StateTable state, ProviderRegistry providers)
{
    /// <summary>A resource that goes along, and the keys that force it.</summary>
    /// <param name="Entry">Its old entry.</param>
    /// <param name="Keys">Keys whose unknown values force the replacement.</param>
    public sealed record Member(ResourceEntry Entry, ImmutableArray<string> Keys);

    /// <summary>The resources that go along with a root, in the order of the state.</summary>
    /// <param name="root">The resource that is replaced.</param>
    /// <param name="isDone">Whether a URN was registered in this run or is gone already.</param>
    /// <param name="ct">Stops the calls.</param>
    public async Task<ImmutableArray<Member>> FindAsync(ResourceEntry root, Func<string, bool> isDone, CancellationToken ct)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal) { root.Urn };
        var members = ImmutableArray.CreateBuilder<Member>();
        var behindRoot = false;
        foreach (var entry in state.Old)
        {
            if (entry == root)
            {
                behindRoot = true;
                continue;
            }

            var resource = entry.State;
            if (!behindRoot || !state.IsLive(entry) || resource.Delete || !resource.Custom || resource.External || isDone(resource.Urn))
            {
                continue;
            }

            if (resource.ReplaceWith.Contains(root.Urn))
            {
                members.Add(new Member(entry, ["replaceWith"]));
            }
            else if (await KeysAsync(resource, gone, ct).ConfigureAwait(false) is { } keys)
            {
                members.Add(new Member(entry, keys));
                gone.Add(resource.Urn);
            }
        }

        return members.ToImmutable();
    }

    // The keys that force a replacement once what the inputs depend on is gone; null if none does.
    private async Task<ImmutableArray<string>?> KeysAsync(StateResource resource, HashSet<string> gone, CancellationToken ct)
    {
        if (ProviderReference.TryParse(resource.Provider, out var reference) && gone.Contains(reference.Urn))
        {
            return ["provider"];
        }

        var unknown = (resource.PropertyDependencies ?? ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty)
            .Where(pair => pair.Value.Any(gone.Contains))
            .Select(pair => pair.Key)
            .ToList();
        if (unknown.Count == 0 || resource.IsProvider)
        {
            return null;
        }

        var inputs = unknown.Aggregate(resource.Inputs, (fields, key) => fields.With(key, WireUnknown.Instance));
        var provider = await providers.GetAsync(resource.Provider, ct).ConfigureAwait(false);
        var diff = await provider.DiffAsync(resource, resource.Urn, inputs, resource.IgnoreChanges, ct).ConfigureAwait(false);
        if (diff is null)
        {
            return null;
        }

        diff = diff.Changes == DiffResponse.Types.DiffChanges.DiffUnknown ? InputComparison.Compare(resource.Inputs, inputs) : diff;
        diff = ReplaceOnChanges.Apply(diff, resource.ReplaceOnChanges, !resource.InitErrors.IsEmpty);
        return diff.NeedsReplacement ? diff.ReplaceKeys : null;
    }
}
