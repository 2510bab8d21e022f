using System.Collections.Immutable;
using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Planning.Nesting;

/// <summary>Lets references follow resources into their new holders.</summary>
/// <param name="renamed">The id to name from now on, by the id that was named.</param>
internal sealed class Retargeter(IReadOnlyDictionary<string, string> renamed)
{
    private readonly List<Retargeting> _done = [];

    /// <summary>What was retargeted, in the order of the document.</summary>
    public IReadOnlyList<Retargeting> Done => _done;

    /// <summary>An object at the top of a section with its references retargeted; the same instance when none of them is concerned.</summary>
    public CibElement Apply(CibElement top) => Apply(top, CibId.OfLive(top.Id ?? ""), "");

    private CibElement Apply(CibElement element, CibId referrer, string path)
    {
        var changed = element;
        foreach (var (attribute, id) in ReferencesTo.Resources(element).Where(reference => Follows(element.Name, reference.Attribute)))
        {
            if (renamed.TryGetValue(id, out var now))
            {
                changed = changed.With(attribute, now);
                _done.Add(new(referrer, path + Name(element, attribute), CibId.OfLive(id), CibId.OfLive(now)));
            }
        }

        ImmutableArray<CibNode>.Builder? children = null;
        for (var i = 0; i < element.Children.Length; i++)
        {
            if (element.Children[i] is CibElement child && Apply(child, referrer, path + Step(child)) is var now && !ReferenceEquals(now, child))
            {
                children ??= element.Children.ToBuilder();

                // Both ids stood there: one name is enough. Only a list of names can have that.
                var isThere = ReferencesTo.IsReference(now.Name) && element.Elements.Any(other => other.Name == now.Name && other.Id == now.Id);
                children[i] = isThere ? null! : now;
            }
        }

        return children is null ? changed : changed.WithChildren([.. children.Where(child => child is not null)]);
    }

    /// <summary>Fencing levels name devices and primitives name templates; neither is about what is outermost.</summary>
    private static bool Follows(string tag, string attribute) => (tag, attribute) switch
    {
        ("rsc_location" or "rsc_colocation" or "rsc_order" or "rsc_ticket", "rsc" or "with-rsc" or "first" or "then") => true,
        ("resource_ref" or "obj_ref", "id") => true,
        ("acl_permission", "reference") => true,
        _ => false,
    };

    private static string Name(CibElement element, string attribute) => ReferencesTo.IsReference(element.Name) ? element.Name : attribute;

    private static string Step(CibElement child) => ReferencesTo.IsReference(child.Name) ? "" : child.Id is null ? child.Name + "." : $"{child.Name}[{child.Id}].";
}
