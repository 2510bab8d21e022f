using HaIac.Cib.Documents;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>What an order constraint means where it says nothing.</summary>
/// <remarks>Source: Pacemaker Explained, Ordering Constraints; Pacemaker 2.1.5, lib/pacemaker/pcmk_sched_ordering.c.</remarks>
internal static class OrderFacts
{
    public static OrderStrength KindOf(CibElement order) => order["kind"]?.Trim().ToLowerInvariant() switch
    {
        "optional" => OrderStrength.Optional,
        "serialize" => OrderStrength.Serialize,
        // Before there was a kind, a score of 0 said optional; a kind that is none counts as mandatory.
        null when Score.TryParse(order["score"], out var score, out _) && score.Value == 0 => OrderStrength.Optional,
        _ => OrderStrength.Mandatory,
    };

    public static bool IsSymmetrical(CibElement order) => Switch.IsOn(order["symmetrical"], otherwise: KindOf(order) != OrderStrength.Serialize);

    public static string FirstAction(CibElement order) => order["first-action"] ?? "start";

    public static string ThenAction(CibElement order) => order["then-action"] ?? FirstAction(order);

    /// <summary>What undoes an action; null when nothing does.</summary>
    public static string? Inverse(string action) => action switch
    {
        "start" => "stop",
        "stop" => "start",
        "promote" => "demote",
        "demote" => "promote",
        _ => null,
    };
}
