using System.Globalization;
using System.Text.RegularExpressions;
using HaIac.Engine.Plugins;

namespace HaIac.Engine.Monitoring;

/// <summary>Versions that a program accepts: <c>&gt;=3.0.0 &lt;4.0.0 || 5.x</c>; blank means "and", <c>||</c> means "or".</summary>
/// <remarks>Source: pulumi-protocol.md 3 (RequirePulumiVersion).</remarks>
internal sealed partial class VersionRange
{
    private readonly List<List<Func<PluginVersion, bool>>> alternatives = [];

    private VersionRange()
    {
    }

    /// <summary>Reads a range.</summary>
    /// <exception cref="FormatException">It is none; the text names the part.</exception>
    public static VersionRange Parse(string text)
    {
        var range = new VersionRange();
        foreach (var alternative in text.Split("||"))
        {
            // An operator may stand apart from its version.
            var parts = Spaces().Replace(alternative.Trim(), "$1").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length == 0)
            {
                throw new FormatException($"\"{text}\" is no version range: a part is empty");
            }

            range.alternatives.Add([.. parts.Select(part => Condition(part, text))]);
        }

        return range;
    }

    /// <summary>Whether a version lies in the range.</summary>
    public bool Contains(PluginVersion version) => alternatives.Any(all => all.All(condition => condition(version)));

    [GeneratedRegex(@"([<>=!]=?)\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<op>>=|<=|==|!=|>|<|=|!)?v?(?<a>\d+)(\.(?<b>\d+|[xX*]))?(\.(?<c>\d+|[xX*]))?(?<rest>[-+][0-9A-Za-z.+-]+)?$")]
    private static partial Regex Part();

    private static Func<PluginVersion, bool> Condition(string part, string text)
    {
        var match = Part().Match(part);
        if (!match.Success)
        {
            throw new FormatException($"\"{text}\" is no version range: \"{part}\" is no version with one of the operators >= > < <= ! =");
        }

        // 1.x stands for all from 1.0.0 up to, but without, 2.0.0.
        var (b, c) = (Number(match.Groups["b"]), Number(match.Groups["c"]));
        var a = int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture);
        var low = new PluginVersion(a, b ?? 0, c ?? 0, match.Groups["rest"].Value);
        var high = b is null ? new PluginVersion(a + 1, 0, 0, "") : new PluginVersion(a, b.Value + 1, 0, "");
        var exact = c is not null;
        bool Equal(PluginVersion version) => exact ? Order(version, low) == 0 : Order(version, low) >= 0 && Order(version, high) < 0;
        return match.Groups["op"].Value switch
        {
            ">=" => version => Order(version, low) >= 0,
            ">" => version => exact ? Order(version, low) > 0 : Order(version, high) >= 0,
            "<=" => version => exact ? Order(version, low) <= 0 : Order(version, high) < 0,
            "<" => version => Order(version, low) < 0,
            "!" or "!=" => version => !Equal(version),
            _ => Equal,
        };
    }

    // Build text never counts.
    private static int Order(PluginVersion a, PluginVersion b) => Bare(a).CompareTo(Bare(b));

    private static PluginVersion Bare(PluginVersion version) => version with { Rest = version.Rest.Split('+')[0] };

    private static int? Number(Group group) => int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
