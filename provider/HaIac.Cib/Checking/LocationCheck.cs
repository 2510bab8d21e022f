using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Locations without effect, locations that contradict each other, and resources that no node may run.</summary>
internal static class LocationCheck
{
    public static IEnumerable<CibFinding> Run(Survey survey)
    {
        var locations = survey.Constraints.Where(constraint => constraint.Name == "rsc_location").ToList();
        return Switch.IsOn(survey.Options, "symmetric-cluster", otherwise: true)
            ? locations.SelectMany(WithoutEffect).Concat(Preferences(survey, locations))
            : NotAllowedAnywhere(survey, locations).Concat(Preferences(survey, locations));
    }

    private static IEnumerable<CibFinding> WithoutEffect(CibElement location)
    {
        // With a way of discovery, or with rules, a score of 0 may still mean something.
        if (location["node"] is not { } node
            || location["resource-discovery"] is not (null or "always")
            || !Score.TryParse(location["score"], out var score, out _) || score.Value != 0)
        {
            yield break;
        }

        yield return new CibFinding
        {
            Code = CibFindingCodes.LocationWithoutEffect,
            Severity = FindingSeverity.Warning,
            Subject = Place.IdOf(location),
            Attribute = "score",
            What = $"{Place.Named(location)} gives {location["rsc"] ?? location["rsc-pattern"] ?? "its resources"} the score 0 on {node}.",
            Where = Place.Of(location, "attribute score"),
            Why = "All nodes have the score 0 anyway, unless the cluster option symmetric-cluster is false.",
            Mend = "Give it another score, or remove it.",
        };
    }

    private static IEnumerable<CibFinding> Preferences(Survey survey, List<CibElement> locations)
    {
        var firm = new Dictionary<(string Resource, ResourceRole Role, NodeName Node), (CibElement? Must, CibElement? MustNot)>();
        var banned = new Dictionary<string, HashSet<NodeName>>(StringComparer.Ordinal);
        foreach (var location in locations)
        {
            if (location["rsc"] is not { } resource || Target(location) is not ({ } node, { } score))
            {
                continue;
            }

            var role = ResourceRoles.TryParse(location["role"] ?? location.Find("rule")?["role"], out var read, out _) ? read : ResourceRole.Started;
            var key = (resource, role, node);
            var known = firm.GetValueOrDefault(key);
            if (score == Score.Infinity)
            {
                known = (known.Must ?? location, known.MustNot);
            }
            else if (score == Score.MinusInfinity)
            {
                known = (known.Must, known.MustNot ?? location);
                if (role == ResourceRole.Started)
                {
                    if (!banned.TryGetValue(resource, out var nodes))
                    {
                        banned.Add(resource, nodes = []);
                    }

                    nodes.Add(node);
                }
            }

            firm[key] = known;
        }

        var contradictions = firm.Where(pair => pair.Value is { Must: not null, MustNot: not null }).Select(pair => Contradiction(pair.Key, pair.Value.Must!, pair.Value.MustNot!));
        return contradictions.Concat(BannedEverywhere(survey, banned));
    }

    /// <summary>The one node that a location is about, with its score; nothing when it is about others, or at times only.</summary>
    private static (NodeName? Node, Score? Score) Target(CibElement location)
    {
        var (node, score) = (location["node"], location["score"]);
        if (location.Find("rule") is { } rule)
        {
            var parts = rule.Elements.ToList();
            (node, score) = parts is [{ Name: "expression" } expression] && expression["attribute"] == "#uname" && expression["operation"] == "eq" && location.Elements.Count() == 1
                ? (expression["value"], rule["score"])
                : (null, null);
        }

        return NodeName.TryParse(node, out var name, out _) && Score.TryParse(score, out var value, out _) ? (name, value) : (null, null);
    }

    private static CibFinding Contradiction((string Resource, ResourceRole Role, NodeName Node) about, CibElement must, CibElement mustNot) => new()
    {
        Code = CibFindingCodes.Contradiction,
        Severity = FindingSeverity.Warning,
        Subject = Place.IdOf(mustNot),
        Related = [.. new[] { Place.IdOf(must) }.OfType<CibId>()],
        What = $"{must.Id} binds {about.Resource} to {about.Node}, {mustNot.Id} bans it from there.",
        Where = Place.Of(mustNot),
        Why = "The ban wins, whatever else is said.",
        Mend = mustNot.Id?.StartsWith("cli-ban-", StringComparison.Ordinal) == true || must.Id?.StartsWith("cli-prefer-", StringComparison.Ordinal) == true
            ? $"Clear what was moved by hand: crm_resource --clear --resource {about.Resource}."
            : "Remove one of the two.",
    };

    private static IEnumerable<CibFinding> BannedEverywhere(Survey survey, Dictionary<string, HashSet<NodeName>> banned)
    {
        if (survey.Nodes.Count == 0 || !banned.Values.Any(nodes => nodes.IsSupersetOf(survey.Nodes)) || survey.RemoteNodes.Any())
        {
            yield break;
        }

        foreach (var (id, _) in banned.Where(pair => pair.Value.IsSupersetOf(survey.Nodes)))
        {
            if (survey.Resource(id) is { } resource)
            {
                yield return NoNode(resource, $"{Place.Named(resource.Element)} is banned from every node of the cluster.", "It never runs.", "Remove one of the bans.");
            }
        }
    }

    private static IEnumerable<CibFinding> NotAllowedAnywhere(Survey survey, List<CibElement> locations)
    {
        // A pattern may mean any resource; what it means the cluster decides.
        if (locations.Exists(location => location["rsc-pattern"] is not null))
        {
            yield break;
        }

        var allowed = locations.Where(Allows).SelectMany(location => Named(survey, location)).ToHashSet(StringComparer.Ordinal);
        foreach (var resource in survey.Resources.Where(resource => resource.IsPrimitive && !resource.WithHolders.Any(part => allowed.Contains(part.Id))))
        {
            yield return NoNode(
                resource,
                $"No location allows {resource.Id} on any node.",
                "The cluster is opt-in (symmetric-cluster=false): a resource runs only where a location with a score of 0 or more lets it.",
                $"Add a location for {(resource.Holder is null ? resource.Id : resource.Outermost.Id)} with a score of 0 or more, or set symmetric-cluster=true.");
        }
    }

    private static bool Allows(CibElement location) =>
        location["score"] is { } score ? IsAllowing(score) : location.Elements.Any(rule => rule.Name == "rule" && (rule["score"] is not { } own || IsAllowing(own)));

    // What cannot be read counts as allowing: nobody is to be warned for nothing.
    private static bool IsAllowing(string text) => !Score.TryParse(text, out var score, out _) || score.Value >= 0;

    private static IEnumerable<string> Named(Survey survey, CibElement location)
    {
        var direct = location["rsc"] is { } id ? new[] { id } : [];
        var all = direct.Concat(location.Elements.Where(set => set.Name == "resource_set").SelectMany(set => set.Elements.Select(member => member.Id).OfType<string>()));
        return all.SelectMany(name => survey.Tag(name) is { } tag ? tag.Elements.Select(member => member.Id).OfType<string>()
            : survey.Template(name) is { } template ? survey.MadeOf(template).Select(user => user.Id)
            : [name]);
    }

    private static CibFinding NoNode(SurveyedResource resource, string what, string why, string mend) => new()
    {
        Code = CibFindingCodes.NoNodeAllowed,
        Severity = FindingSeverity.Warning,
        Subject = CibId.OfLive(resource.Id),
        What = what,
        Where = Place.Of(resource.Element),
        Why = why,
        Mend = mend,
    };
}
