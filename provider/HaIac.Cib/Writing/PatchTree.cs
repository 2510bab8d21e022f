using System.Globalization;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Writing;

/// <summary>A tree while a patch is applied to it: only what the patch touches is taken apart.</summary>
internal sealed class PatchTree(CibElement root)
{
    private readonly PatchNode _root = new(root, null);

    /// <summary>Creations and moves; they wait until all else is done.</summary>
    private readonly List<(CibElement Change, PatchNode Target, int Position)> _placed = [];

    /// <summary>Applies one change, or puts it off where it places something.</summary>
    public void Apply(CibElement change)
    {
        var (operation, path) = (change["operation"]!, change["path"] ?? "");
        if (operation is not ("create" or "move" or "modify" or "delete"))
        {
            throw PatchFindings.UnknownChange(change, $"its operation is {BadValue(operation)}; Pacemaker knows create, modify, move and delete");
        }

        var position = operation == "modify" ? -1 : Position(change, operation);
        var target = Find(path, operation == "delete" ? position : -1);
        switch (operation)
        {
            case "delete":
                target?.Parent?.Take(target);
                break;
            case "modify":
                var result = change.Find("change-result")?.Elements.FirstOrDefault()
                    ?? throw PatchFindings.UnknownChange(change, "it modifies an element and holds no change-result");
                (target ?? throw PatchFindings.NotThere(change)).SetAttributes(result.Attributes);
                break;
            case "move":
                _placed.Add((change, target ?? throw PatchFindings.NotThere(change), position));
                target.Parent?.PutLast(target);
                break;
            case "create":
                _placed.Add((change, target ?? throw PatchFindings.NotThere(change), position));
                break;
        }
    }

    /// <summary>The tree with all changes; the very instance when there were none.</summary>
    public CibElement ToElement()
    {
        foreach (var (change, target, position) in _placed.OrderBy(item => item.Position))
        {
            if (change["operation"] == "create")
            {
                var node = change.Children.FirstOrDefault(child => child is CibElement or CibComment)
                    ?? throw PatchFindings.UnknownChange(change, "it creates something and holds nothing");
                target.Insert(position, node);
            }
            else if (target.Parent?.MoveTo(target, position) == false)
            {
                throw PatchFindings.NotThere(change);
            }
        }

        return (CibElement)_root.ToNode();
    }

    private static string BadValue(string text) => Findings.BadValue.Quote(text);

    private static int Position(CibElement change, string operation) =>
        change["position"] is not { } text ? (operation == "delete" ? -1 : 0)
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position) ? position
        : throw PatchFindings.UnknownChange(change, $"its position is {BadValue(text)}, which is no number");

    /// <summary>The node that a path names: one step for each level, an element by its tag and id, or the first of its tag.</summary>
    private PatchNode? Find(string path, int position)
    {
        PatchNode? node = null;
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = step.IndexOf("[@id='", StringComparison.Ordinal);
            var (tag, id) = bracket < 0 ? (step, null) : (step[..bracket], step[(bracket + 6)..].Split('\'')[0]);
            node = node is null ? (_root.Matches(tag, id) ? _root : null) : node.Find(tag, id, position);
            if (node is null)
            {
                return null;
            }
        }

        return node;
    }
}
