using System.Text.RegularExpressions;

namespace HaIac.Transport.Nodes;

/// <summary>Names of units as they may be handed to an init system.</summary>
/// <remarks>Source: systemd.unit(5), "Description": letters, digits and <c>:-_.\</c>, with <c>@</c> before an instance; 255 characters at most.</remarks>
internal static partial class UnitNames
{
    private const string Suffix = ".service";

    /// <summary>The name without the suffix of services.</summary>
    public static string Plain(string name) => name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;

    /// <summary>The name as systemd writes it: with the suffix of services, unless it has that of another kind.</summary>
    public static string Whole(string name) => OtherKind().IsMatch(name) ? name : Plain(name) + Suffix;

    /// <summary>What is wrong with a name; null if nothing is.</summary>
    public static string? Fault(string name) =>
        !Allowed().IsMatch(name) ? "A name of a unit begins with a letter or digit and holds letters, digits and : - _ . \\ @ only, at most 240 of them."
        : Plain(name).EndsWith('@') ? "It is a template: only its instances (name@instance) can be looked at and changed."
        : null;

    // A leading dash would be an option of systemctl.
    [GeneratedRegex(@"^[A-Za-z0-9_:][A-Za-z0-9:_.\\@-]{0,239}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"\.(socket|timer|target|path|mount|automount|swap|slice|scope|device)\z", RegexOptions.CultureInvariant)]
    private static partial Regex OtherKind();
}
