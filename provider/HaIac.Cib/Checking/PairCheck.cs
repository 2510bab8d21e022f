using System.Globalization;
using HaIac.Cib.Checking.Names;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Reading;
using HaIac.Cib.Values;

namespace HaIac.Cib.Checking;

/// <summary>Looks at one pair of a name and a value against a catalogue of names.</summary>
/// <param name="Survey">The configuration, for its release and schema.</param>
/// <param name="Catalog">The names that are known there.</param>
/// <param name="Kind">What such a name is called in messages: cluster option, meta attribute.</param>
internal sealed record PairCheck(Survey Survey, NameCatalog Catalog, string Kind)
{
    private readonly Dictionary<string, string?> _nearest = new(StringComparer.Ordinal);

    /// <summary>Whether a name that is not known is suspect in itself, not only when it is near a known one.</summary>
    public bool AllNamesKnown { get; init; }

    public string UnknownCode { get; init; } = CibFindingCodes.UnknownMetaAttribute;

    /// <summary>All findings about the pairs of one set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="owner">The object that has the set.</param>
    /// <param name="path">The attribute path of the set, as findings name it.</param>
    public IEnumerable<CibFinding> Check(CibElement set, CibElement owner, string path)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in set.Elements.Where(AttributeSets.IsPair))
        {
            var (name, value) = (pair["name"]!, pair["value"]!);
            var where = Place.Of(owner, $"{Kind} {name}");
            var about = new CibFinding { Code = "", Severity = FindingSeverity.Warning, Subject = Place.IdOf(owner), Attribute = $"{path}.{name}", What = "", Where = where, Mend = "" };
            if (!seen.TryAdd(name, value) && seen[name] != value)
            {
                yield return about with
                {
                    Code = CibFindingCodes.NameTwice,
                    What = $"{Place.Named(owner)} sets {name} to {BadValue.Quote(seen[name])} and again to {BadValue.Quote(value)}, both in {set.Id ?? "one set"}.",
                    Why = "The first counts; the second has no effect.",
                    Mend = "Remove one of the two.",
                };
                continue;
            }

            var finding = Catalog.Find(name) is { } known ? Outdated(known, about) ?? Value(known, value, about) : Unknown(name, about);
            if (finding is not null)
            {
                yield return finding;
            }
        }
    }

    private CibFinding? Unknown(string name, CibFinding about)
    {
        // One slip of the pen tends to stand in many places.
        if (!_nearest.TryGetValue(name, out var near))
        {
            _nearest.Add(name, near = Catalog.Nearest(name));
        }

        return near is null && !AllNamesKnown ? null : about with
        {
            Code = UnknownCode,
            What = $"{name} is no {Kind} that Pacemaker knows.",
            Why = "The cluster passes over names that it does not know.",
            Mend = near is null ? "Remove it, or correct the name." : $"Did you mean {near}?",
        };
    }

    private CibFinding? Outdated(KnownName known, CibFinding about)
    {
        var instead = known.Instead is null ? "Remove it." : $"Use {known.Instead} instead.";
        if (known.Removed is { } removed && Reached(removed))
        {
            var refused = AllNamesKnown && removed == "2.0.0" && Survey.Document.Schema is { Major: >= 3 };
            return about with
            {
                Code = CibFindingCodes.Outdated,
                Severity = refused ? FindingSeverity.Error : FindingSeverity.Warning,
                What = $"The {Kind} {known.Name} is gone since Pacemaker {removed}.",
                Why = refused ? "The cluster's schema refuses it." : "The cluster passes over it.",
                Mend = instead,
            };
        }

        if (known.Deprecated is { } deprecated && Reached(deprecated))
        {
            return about with
            {
                Code = CibFindingCodes.Outdated,
                What = $"The {Kind} {known.Name} is deprecated since Pacemaker {deprecated}.",
                Why = "A later release will pass over it.",
                Mend = instead,
            };
        }

        return AllNamesKnown && known.Since is { } since && Survey.Version is not null && !Reached(since)
            ? about with
            {
                Code = UnknownCode,
                What = $"The {Kind} {known.Name} exists since Pacemaker {since}; the cluster runs {Survey.Version}.",
                Why = "The cluster passes over names that it does not know.",
                Mend = Catalog.Find(known.Name.Replace("fencing-", "stonith-", StringComparison.Ordinal)) is { } older && older != known ? $"Use {older.Name}, or a newer release." : "Use a newer release, or remove it.",
            }
            : null;
    }

    private static CibFinding? Value(KnownName known, string value, CibFinding about)
    {
        if (known.OldWords.TryGetValue(value, out var instead))
        {
            return about with
            {
                Code = CibFindingCodes.Outdated,
                What = $"The value {value} of {known.Name} is deprecated.",
                Why = "A later release will not read it.",
                Mend = $"Use {instead} instead.",
            };
        }

        return Fault(known, value) is not { } fault ? null : about with
        {
            Code = CibFindingCodes.BadOptionValue,
            What = $"{known.Name} is {BadValue.Quote(value)}; {fault}{(fault.EndsWith('?') ? "" : ".")}",
            Why = "The cluster passes over a value that it cannot read, and acts as if it were 0 or not set.",
            Mend = "Correct the value.",
        };
    }

    private static string? Fault(KnownName known, string value)
    {
        string? reason = null;
        _ = known.Value switch
        {
            NameValue.Boolean => CibBoolean.TryParse(value, out _, out reason),
            NameValue.Score => Score.TryParse(value, out _, out reason),
            NameValue.Duration => CibDuration.TryParse(value, out _, out reason),
            NameValue.DurationOrNegative => value.StartsWith('-') || CibDuration.TryParse(value, out _, out reason),
            NameValue.Role => value == "#default" || ResourceRoles.TryParse(value, out _, out reason),
            NameValue.Integer => IsNumber(value, NumberStyles.AllowLeadingSign, "expected a whole number", out reason),
            NameValue.Count => IsNumber(value, NumberStyles.None, "expected a whole number from 0", out reason),
            NameValue.Percentage => IsNumber(value.TrimEnd('%'), NumberStyles.None, "expected a percentage such as 80%", out reason),
            NameValue.Word => IsWord(value, known.Words, out reason),
            _ => true,
        };
        return reason;
    }

    private static bool IsNumber(string value, NumberStyles style, string expected, out string? reason)
    {
        reason = long.TryParse(value, style, CultureInfo.InvariantCulture, out _) || value is "INFINITY" or "+INFINITY" or "-INFINITY" ? null : expected;
        return reason is null;
    }

    private static bool IsWord(string value, string[] words, out string? reason)
    {
        reason = words.Contains(value, StringComparer.OrdinalIgnoreCase) ? null
            : NearestName.Find(value, words) is { } near ? $"did you mean {near}?" : $"accepted are {string.Join(", ", words)}";
        return reason is null;
    }

    private bool Reached(string release) => (Survey.Version ?? ClusterVersion.Assumed).CompareTo(ClusterVersion.Parse(release)) >= 0;
}
