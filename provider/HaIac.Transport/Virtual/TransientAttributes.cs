using HaIac.Cib.Documents;

namespace HaIac.Transport.Virtual;

/// <summary>Attributes of a node that last until it leaves: what agents write about it.</summary>
internal static class TransientAttributes
{
    /// <summary>The state of the node with the attribute; the very same state if it has that already, with whatever value.</summary>
    public static CibElement Add(CibElement state, string name, string value)
    {
        var nodeId = state.Id ?? "";
        var attributes = state.Find("transient_attributes") ?? new CibElement("transient_attributes", [("id", nodeId)]);
        var set = attributes.Find("instance_attributes") ?? new CibElement("instance_attributes", [("id", $"status-{nodeId}")]);
        if (set.Elements.Any(pair => pair["name"] == name))
        {
            return state;
        }

        var grownSet = set.Append(new CibElement("nvpair", [("id", $"status-{nodeId}-{name}"), ("name", name), ("value", value)]));
        var grown = attributes.Find("instance_attributes") is null ? attributes.Append(grownSet) : attributes.Replace(set, grownSet);
        return state.Find("transient_attributes") is null
            ? state.WithChildren(state.Children.Insert(0, grown))
            : state.Replace(attributes, grown);
    }
}
