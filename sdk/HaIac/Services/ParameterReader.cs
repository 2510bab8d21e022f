using System.Collections.Immutable;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>Hands a user's parameters to a <see cref="PacemakerClass"/>, checks their values, and reports those that nobody took.</summary>
public sealed class ParameterReader
{
    private readonly SortedDictionary<string, ParameterValue> _open;
    private readonly SortedSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly List<SdkFinding> _findings = [];
    private readonly string _service;
    private readonly string _class;

    internal ParameterReader(ResourceHash values, string service, string pacemakerClass)
    {
        _open = new SortedDictionary<string, ParameterValue>(values.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);
        _service = service;
        _class = pacemakerClass;
    }

    /// <summary>Takes a parameter, if the user set it.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="kind">What its value must look like; another value is reported.</param>
    /// <returns>The value, or null if the user did not set it.</returns>
    public Input<string>? Take(string name, ParameterKind kind = ParameterKind.Text)
    {
        _accepted.Add(name);
        if (!_open.Remove(name, out var value))
        {
            return null;
        }

        if (value.Literal is { } literal && Expected(kind, literal) is { } expected)
        {
            _findings.Add(SdkFinding.IllTypedParameter(_service, _class, name, literal, expected));
        }

        return value.ToInput();
    }

    /// <summary>Takes all parameters that were not taken by name; for agents whose parameters are checked against their metadata.</summary>
    public ImmutableSortedDictionary<string, Input<string>> TakeRest()
    {
        var rest = _open.ToImmutableSortedDictionary(p => p.Key, p => p.Value.ToInput(), StringComparer.Ordinal);
        _open.Clear();
        return rest;
    }

    /// <summary>Reports something that the class cannot compose.</summary>
    /// <param name="finding">What is wrong.</param>
    public void Report(SdkFinding finding) => _findings.Add(finding);

    internal ImmutableArray<SdkFinding> Finish() =>
        [.. _findings, .. _open.Keys.Select(name => SdkFinding.UnknownParameter(_service, _class, name, [.. _accepted]))];

    private static string? Expected(ParameterKind kind, string value) => kind switch
    {
        ParameterKind.Score when value.TrimStart('+', '-') is "INFINITY" || int.TryParse(value, out _) => null,
        ParameterKind.Score => "a whole number or INFINITY",
        ParameterKind.Count when int.TryParse(value, out var count) && count >= 0 => null,
        ParameterKind.Count => "a whole number from 0",
        ParameterKind.Boolean when value.ToLowerInvariant() is "true" or "false" or "on" or "off" or "yes" or "no" or "y" or "n" or "1" or "0" => null,
        ParameterKind.Boolean => "true or false",
        ParameterKind.Duration when PacemakerDuration.IsDuration(value) => null,
        ParameterKind.Duration => "a duration such as 30, 30s, 500ms, 2min or PT1M",
        _ => null,
    };
}
