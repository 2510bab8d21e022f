using HaIac.Transport.Observing;

namespace HaIac.Operating.Reporting;

/// <summary>The state of a node in words.</summary>
internal static class NodeWords
{
    /// <summary>The words, parted by commas: <c>online, standby</c>.</summary>
    public static string Of(NodeStatus node)
    {
        (bool Holds, string Word)[] words =
        [
            (node.Standby, "standby"), (node.Maintenance, "maintenance"), (node.Pending, "joining"), (node.Unclean, "UNCLEAN"), (node.ShuttingDown, "shutting down"),
        ];
        return string.Join(", ", words.Where(word => word.Holds).Select(word => word.Word).Prepend(node.Online ? "online" : "offline"));
    }
}
