using System.Globalization;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>One change of a patch.</summary>
/// <param name="Operation">create, modify, move or delete.</param>
/// <param name="Path">Where; for create the parent.</param>
/// <param name="Position">The place among the parent's children; null where it does not matter.</param>
/// <param name="Content">What the change carries.</param>
internal sealed record PatchChange(string Operation, string Path, int? Position, IReadOnlyList<CibNode> Content)
{
    public static PatchChange Delete(string path, int? position) => new("delete", path, position, []);

    public static PatchChange Create(string parent, int position, CibNode node) => new("create", parent, position, [node]);

    public static PatchChange Move(string path, int position) => new("move", path, position, []);

    /// <summary>Sets the attributes of an element to exactly those of another.</summary>
    public static PatchChange Modify(string path, CibElement before, CibElement after)
    {
        var set = after.Attributes.Where(a => before[a.Name] != a.Value)
            .Select(a => new CibElement("change-attr", [("name", a.Name), ("operation", "set"), ("value", a.Value)]));
        var unset = before.Attributes.Where(a => after[a.Name] is null)
            .Select(a => new CibElement("change-attr", [("name", a.Name), ("operation", "unset")]));
        return new("modify", path, null,
        [
            new CibElement("change-list", [], set.Concat(unset)),
            new CibElement("change-result", [], after.WithChildren([])),
        ]);
    }

    public CibElement ToElement() => new(
        "change",
        [("operation", Operation), ("path", Path), ("position", Position?.ToString(CultureInfo.InvariantCulture))],
        Content);
}
