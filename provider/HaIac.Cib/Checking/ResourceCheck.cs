using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Nesting, promotion and operations of resources.</summary>
internal static class ResourceCheck
{
    public static IEnumerable<CibFinding> Run(CibDocument document) =>
        (document.Configuration?.Find(CibSections.Resources)?.Elements ?? []).SelectMany(resource => Check(resource, null));

    private static IEnumerable<CibFinding> Check(CibElement resource, CibElement? holder)
    {
        if (holder is not null && !MayHold(holder.Name, resource.Name))
        {
            yield return BadNesting(resource, holder);
        }

        foreach (var finding in resource.Name switch
        {
            "primitive" or "template" => Operations(resource),
            "clone" or "master" => Promotion(resource),
            _ => [],
        })
        {
            yield return finding;
        }

        foreach (var inner in resource.Elements.Where(child => CibTags.IsResource(child.Name)).SelectMany(child => Check(child, resource)))
        {
            yield return inner;
        }
    }

    private static bool MayHold(string holder, string inner) => holder switch
    {
        "group" or "bundle" => inner == "primitive",
        "clone" or "master" => inner is "primitive" or "group",
        _ => false,
    };

    private static CibFinding BadNesting(CibElement resource, CibElement holder) => new()
    {
        Code = CibFindingCodes.BadNesting,
        Subject = IdOf(resource),
        Related = [IdOf(holder)],
        What = $"{resource.Name} {resource.Id} stands in {holder.Name} {holder.Id}.",
        Where = $"CIB {holder.Name} {holder.Id}",
        Why = "A group or bundle holds primitives, a clone holds one primitive or group; nothing else nests.",
        Mend = $"Take {resource.Id} out of {holder.Id}.",
    };

    private static IEnumerable<CibFinding> Promotion(CibElement clone)
    {
        var promotable = clone.Name == "master"
            || (CibBoolean.TryParse(AttributeSets.Effective(clone, CibTags.MetaAttributes).Find(CibTags.Promotable), out var value, out _) && value);
        return !promotable
            ? []
            : clone.Elements
                .Where(child => CibTags.IsResource(child.Name))
                .SelectMany(child => child.Elements.Where(member => member.Name == "primitive").Prepend(child))
                .Where(primitive => primitive.Name == "primitive" && primitive["class"] is not (null or "ocf"))
                .Select(primitive => new CibFinding
                {
                    Code = CibFindingCodes.CannotPromote,
                    Subject = IdOf(clone),
                    Related = [IdOf(primitive)],
                    What = $"{clone.Name} {clone.Id} is promotable, but {primitive["class"]}:{primitive["type"]} has no promote action.",
                    Where = $"CIB primitive {primitive.Id} in {clone.Name} {clone.Id}",
                    Why = "Pacemaker reaches the Promoted role only through the agent's promote action, which only OCF agents can have.",
                    Mend = "Use an OCF agent with a promote action, or take promotable off the clone.",
                });
    }

    private static IEnumerable<CibFinding> Operations(CibElement resource)
    {
        var seen = new Dictionary<(string Name, TimeSpan Interval), CibElement>();
        foreach (var op in ResourceReader.OperationsOf(resource))
        {
            foreach (var attribute in new[] { "interval", "timeout", "start-delay" })
            {
                if (op[attribute] is { } text && !CibDuration.TryParse(text, out _, out var reason))
                {
                    yield return BadDuration(resource, op, attribute, text, reason);
                }
            }

            if (CibDuration.TryParse(op["interval"] ?? "0", out var interval, out _) && !seen.TryAdd((op["name"] ?? "", interval.Value), op))
            {
                yield return Collision(resource, op, interval);
            }
        }
    }

    private static CibFinding BadDuration(CibElement resource, CibElement op, string attribute, string text, string reason) => new()
    {
        Code = CibFindingCodes.BadDuration,
        Subject = IdOf(resource),
        Attribute = $"operations[{op["name"]}].{attribute}",
        What = $"{resource.Id} operation {op["name"]}: {attribute} is {BadValue.Quote(text)}; {reason}.",
        Where = $"CIB {resource.Name} {resource.Id}, op {op.Id}",
        Why = attribute == "interval" ? "The cluster ignores an operation whose interval it cannot read." : null,
        Mend = "Correct the value.",
    };

    private static CibFinding Collision(CibElement resource, CibElement op, CibDuration interval) => new()
    {
        Code = CibFindingCodes.OperationCollision,
        Subject = IdOf(resource),
        Attribute = $"operations[{op["name"]} {interval}]",
        What = $"{resource.Id} has two operations {op["name"]} with the interval {interval}.",
        Where = $"CIB {resource.Name} {resource.Id}, op {op.Id}",
        Why = "The cluster tells operations apart by name and interval, and drops one of the two; roles do not count.",
        Mend = "Give one of them another interval, by a second if need be.",
    };

    private static CibId IdOf(CibElement element) => CibId.OfLive(element.Id ?? "");
}
