using HaIac.Cib.Documents;
using HaIac.Cli.Printing;

namespace HaIac.Cli.Cibs.Showing;

/// <summary>A whole configuration for people, or some objects of it.</summary>
/// <param name="page">Takes the text.</param>
/// <param name="document">The CIB.</param>
internal sealed class ConfigurationText(Page page, CibDocument document)
{
    private const int Indent = 2;

    /// <summary>Writes everything, section by section in the order in which operators ask: what runs, with what rules, then the rest.</summary>
    /// <param name="paper">Takes the head.</param>
    public void Write(Paper paper)
    {
        Head(paper);
        foreach (var section in SectionOrder.Of(document))
            Section(section);
    }

    /// <summary>Writes objects, each with the constraints, tags and fencing levels that name it.</summary>
    /// <param name="objects">The objects.</param>
    public void Write(IEnumerable<CibElement> objects)
    {
        foreach (var item in objects)
        {
            One(Indent, item, 0);
            if (ShownObjects.HoldersOf(document, item) is { Count: > 0 } holders)
                page.Detail(Indent + 4, "stands in", string.Join(", in ", holders.Reverse().Select(holder => $"{holder.Name} {holder.Id}")));
            var named = ShownObjects.NamedBy(document, item).ToList();
            if (named.Count == 0)
                continue;
            page.Heading("Named by", named.Count);
            Table(named);
        }
    }

    private void Head(Paper paper)
    {
        var facts = new[] { $"version {document.Version}", document.ValidateWith, document.FeatureSet is { } set ? $"feature set {set}" : null }.OfType<string>();
        paper.Line(string.Join(" · ", facts), Ink.Heading);
        if (document.LastWriter is { } writer && (writer.Client ?? writer.User ?? writer.Origin ?? writer.Time) is not null)
            paper.Line($"last {writer}", Ink.Faint);
        if (document.Configuration is null)
            paper.Line("It has no configuration section.", Ink.Warning);
    }

    private void Section(CibElement section)
    {
        var objects = section.Elements.ToList();
        if (objects.Count == 0)
            return;
        page.Heading(SectionOrder.Title(section.Name), section.Name is "crm_config" or "rsc_defaults" or "op_defaults" ? 0 : objects.Count);
        if (section.Name == "constraints")
        {
            Table(objects);
            return;
        }

        foreach (var item in objects)
            One(Indent, item, objects.Count);
    }

    /// <summary>Writes one object, among so many of its section; none when it stands by itself, where its kind must be said.</summary>
    private void One(int indent, CibElement item, int siblings)
    {
        switch (item.Name)
        {
            case "primitive" or "group" or "clone" or "master" or "bundle" or "template":
                ResourceText.Write(page, indent, item);
                break;
            case "node":
                SectionTexts.Node(page, indent, item);
                break;
            case "cluster_property_set" or "meta_attributes":
                SectionTexts.Options(page, indent, item, siblings == 1);
                break;
            case "fencing-level":
                SectionTexts.FencingLevel(page, indent, item);
                break;
            case "tag":
                page.Object(indent, item.Id ?? "", siblings == 0 ? "tag" : "", string.Join(' ', item.Elements.Select(member => member.Id)));
                break;
            case "acl_role" or "acl_target" or "acl_group" or "acl_user":
                SectionTexts.Acl(page, indent, item);
                break;
            case "alert":
                SectionTexts.Alert(page, indent, item);
                break;
            case "rsc_location" or "rsc_colocation" or "rsc_order" or "rsc_ticket":
                page.Object(indent, item.Id ?? "", ConstraintText.Kind(item), ConstraintText.Of(item)!, OperatorState.IsMove(item));
                break;
            default:
                page.Unknown(indent, item);
                break;
        }
    }

    /// <summary>Constraints below each other, their ids and kinds padded; what is none of them, as it is.</summary>
    private void Table(List<CibElement> objects)
    {
        var constraints = objects.Where(item => ConstraintText.Of(item) is not null).ToList();
        var width = constraints.Select(item => item.Id?.Length ?? 0).Where(length => length <= 40).DefaultIfEmpty(0).Max();
        foreach (var item in objects)
        {
            if (ConstraintText.Of(item) is { } text)
                page.Object(Indent, (item.Id ?? "").PadRight(width), ConstraintText.Kind(item).PadRight("colocation".Length), text, OperatorState.IsMove(item));
            else
                One(Indent, item, 0);
        }
    }
}
