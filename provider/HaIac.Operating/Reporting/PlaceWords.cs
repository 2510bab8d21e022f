namespace HaIac.Operating.Reporting;

/// <summary>How a resource is on a node, in words.</summary>
internal static class PlaceWords
{
    /// <summary>What stands for a node on which nothing of it runs and nothing is wrong.</summary>
    public const string Nothing = "-";

    /// <summary>The words: <c>running</c>, <c>promoted</c>, <c>2 of 3</c>, <c>running, FAILED</c>, <c>-</c>.</summary>
    public static string Of(PlaceReport place)
    {
        var state = place.State switch
        {
            PlaceState.Promoted => "promoted",
            PlaceState.Running => "running",
            PlaceState.Partly => $"{place.Running} of {place.Members}",
            _ => place.Failed || place.Blocked ? "stopped" : place.Banned ? "banned" : Nothing,
        };
        return $"{state}{(place.Failed ? ", FAILED" : "")}{(place.Blocked ? ", BLOCKED" : "")}";
    }
}
