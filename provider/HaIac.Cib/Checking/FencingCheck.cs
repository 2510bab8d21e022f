using System.Globalization;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Fencing that is demanded but not there, and levels of a fencing topology that get in each other's way.</summary>
internal static class FencingCheck
{
    private const int HighestLevel = 9;

    public static IEnumerable<CibFinding> Run(Survey survey) =>
        NoDevice(survey).Concat(survey.FencingEnabled ? [] : CountsOnFencing(survey)).Concat(Levels(survey.Section("fencing-topology")));

    private static IEnumerable<CibFinding> NoDevice(Survey survey)
    {
        if (!survey.FencingEnabled
            || survey.Resources.Count == 0
            || survey.Resources.Any(resource => resource.Standard == "stonith")
            || Switch.IsOn(survey.Options, "have-watchdog", otherwise: false))
        {
            yield break;
        }

        // About the whole configuration: whoever adds the first resource need not be the one who adds the device.
        yield return new CibFinding
        {
            Code = CibFindingCodes.NoFencingDevice,
            Attribute = "stonith-enabled",
            What = $"Fencing is on{(survey.Options.ContainsKey("stonith-enabled") || survey.Options.ContainsKey("fencing-enabled") ? "" : " by default")}, but there is no fencing device.",
            Where = "CIB cluster options, stonith-enabled",
            Why = "The cluster starts no resource before it has a way to fence a node.",
            Mend = "Add a fencing device. Only where losing data is no matter, as in a test: set stonith-enabled=false.",
        };
    }

    private static IEnumerable<CibFinding> CountsOnFencing(Survey survey)
    {
        foreach (var resource in survey.Resources.Select(resource => resource.Element).Concat(survey.Templates))
        {
            if (AttributeSets.Effective(resource, CibTags.MetaAttributes).Find("requires") is ("fencing" or "unfencing") and var requires)
            {
                yield return NeedsFencing(resource, "meta_attributes.requires", $"{resource.Id} has requires={requires}", "The cluster asks for quorum only.");
            }

            foreach (var op in ResourceReader.OperationsOf(resource).Where(op => op["on-fail"] == "fence"))
            {
                yield return NeedsFencing(resource, $"operations[{op["name"]}].on-fail", $"{resource.Id} operation {op["name"]} has on-fail=fence", op["name"] == "stop" ? "If the stop fails, the resource is blocked." : "If it fails, the cluster stops the resource and leaves it stopped.");
            }
        }

        if (survey.Options.Find("no-quorum-policy") is ("suicide" or "fence") and var policy)
        {
            var set = survey.PropertySets.FirstOrDefault(set => set.Elements.Any(pair => pair["name"] == "no-quorum-policy"));
            yield return NeedsFencing(set ?? survey.PropertySets[0], "properties.no-quorum-policy", $"no-quorum-policy is {policy}", "The cluster takes it for stop.");
        }
    }

    private static CibFinding NeedsFencing(CibElement subject, string attribute, string what, string effect) => new()
    {
        Code = CibFindingCodes.NeedsFencing,
        Severity = FindingSeverity.Warning,
        Subject = Place.IdOf(subject),
        Attribute = attribute,
        What = $"{what}, but fencing is off (stonith-enabled=false).",
        Where = Place.Of(subject, $"attribute {attribute}"),
        Why = effect,
        Mend = "Turn fencing on with a device, or use another value.",
    };

    private static IEnumerable<CibFinding> Levels(IEnumerable<CibElement> topology)
    {
        var seen = new Dictionary<(string Target, int Index), CibElement>();
        foreach (var level in topology.Where(element => element.Name == "fencing-level"))
        {
            if (!int.TryParse(level["index"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) || index is < 1 or > HighestLevel)
            {
                yield return Level(level, "index", FindingSeverity.Error, $"{Place.Named(level)} has the index {BadValue.Quote(level["index"])}.", "Levels count from 1 to 9; the cluster refuses or ignores any other.", "Give it an index from 1 to 9.", null);
                continue;
            }

            var target = level["target"] is { } node ? $"node {node.ToLowerInvariant()}"
                : level["target-pattern"] is { } pattern ? $"nodes like {pattern}"
                : $"nodes with {level["target-attribute"]}={level["target-value"]}";
            if (!seen.TryAdd((target, index), level))
            {
                var first = seen[(target, index)];
                yield return Level(level, "index", FindingSeverity.Warning, string.Create(CultureInfo.InvariantCulture, $"{first.Id} and {level.Id} are both level {index} for {target}."), "The cluster joins them to one level, in which all devices must succeed.", "Put the devices into one level, or give the second another index.", first);
            }
        }
    }

    private static CibFinding Level(CibElement level, string attribute, FindingSeverity severity, string what, string why, string mend, CibElement? other) => new()
    {
        Code = CibFindingCodes.FencingLevel,
        Severity = severity,
        Subject = Place.IdOf(level),
        Attribute = attribute,
        Related = [.. new[] { other is null ? null : Place.IdOf(other) }.OfType<CibId>()],
        What = what,
        Where = Place.Of(level, $"attribute {attribute}"),
        Why = why,
        Mend = mend,
    };
}
