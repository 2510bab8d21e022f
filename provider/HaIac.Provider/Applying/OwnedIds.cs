using System.Collections.Concurrent;

namespace HaIac.Provider.Applying;

/// <summary>
/// Which resource of the program an id belongs to by now. A resource that was renamed in the program without an alias is created under its new
/// name and deleted under its old one, in this order, and both are the same object: that delete must not take it out.
/// </summary>
internal sealed class OwnedIds
{
    private readonly ConcurrentDictionary<string, (string Urn, bool TakenOver)> _owners = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _leaving = new(StringComparer.Ordinal);

    /// <summary>A resource has written an object.</summary>
    /// <param name="id">The id of the outermost object.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="takenOver">Whether the object was there before.</param>
    public void Created(string id, string urn, bool takenOver) => _owners[id] = (urn, takenOver);

    /// <summary>Whether a delete of the resource would take out what belongs to another state entry by now.</summary>
    public bool LivesOn(string id, string urn) => _owners.TryGetValue(id, out var owner) && (owner.Urn != urn || owner.TakenOver);

    /// <summary>A diff has said that the object is going to be replaced: its ids will be free by then.</summary>
    public void Replacing(IEnumerable<string> ids, string urn)
    {
        foreach (var id in ids)
        {
            _leaving[id] = urn;
        }
    }

    /// <summary>Whether the object of that id is about to be replaced.</summary>
    public bool IsReplacing(string id) => _leaving.ContainsKey(id);
}
