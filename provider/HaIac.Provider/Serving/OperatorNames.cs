using HaIac.Cib.Comparing;
using HaIac.Cib.Values;
using HaIac.Operating.Findings;

namespace HaIac.Provider.Serving;

/// <summary>The configuration value <c>haiac:operatorState</c>: which meta attributes belong to operators while the cluster runs.</summary>
internal static class OperatorNames
{
    /// <summary>The name of the value.</summary>
    public const string Setting = "operatorState";

    /// <summary>Reads the names: parted by commas, or as a list in JSON, as the engine hands lists on.</summary>
    /// <returns>Null when they cannot be read; then there is a finding.</returns>
    public static ValueList<string>? Read(string text, List<Finding> findings)
    {
        var names = text.Trim().TrimStart('[').TrimEnd(']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(name => name.Trim('"')).ToList();
        if (names.Find(name => name.Length == 0 || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))) is { } bad)
        {
            findings.Add(new(FindingCode.BadConfig, $"\"{bad}\" is no name of a meta attribute.", $"configuration value haiac:{Setting}",
                "Names of meta attributes are made of letters, digits, dashes, underscores and dots.",
                $"Write for example {string.Join(",", Ownership.Declared.OperatorAttributes)}, which is the default.") { Property = Setting });
            return null;
        }

        return names.Distinct(StringComparer.Ordinal).ToValueList();
    }

    /// <summary>One value that operators have set, in words.</summary>
    public static string Text(AttributeChange change)
    {
        var name = change.Attribute[(change.Attribute.LastIndexOf('.') + 1)..];
        return change.Live is null ? $"{name} of {change.Object} (taken out)" : $"{name}={change.Live} of {change.Object}";
    }
}
