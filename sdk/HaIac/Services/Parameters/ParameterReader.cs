using System.Collections.Immutable;
using HaIac.Findings;
using Pulumi;

namespace HaIac;

/// <summary>Hands a user's parameters to a <see cref="PacemakerClass"/>, checks their values, and reports those that nobody took.</summary>
public sealed class ParameterReader
{
    private const string AgentPrefix = "param.";

    private readonly SortedDictionary<string, ParameterValue> _open;
    private readonly SortedDictionary<string, ParameterValue> _defaults;
    private readonly SortedSet<string> _accepted = new(StringComparer.Ordinal);
    private readonly List<SdkFinding> _findings = [];
    private OperationSet _operations;
    private readonly string _service;
    private readonly string _class;
    private bool _tookOperations;

    internal ParameterReader(ServiceArgs service, string pacemakerClass)
    {
        _service = service.EffectiveName;
        _class = pacemakerClass;
        _operations = service.Operations;
        _open = Sorted(service.ResourceHash);
        _defaults = Sorted(service.DefaultParameters);
        Add(AgentPrefix, service.Parameters);
        Add("meta.", service.Metadata);
        Add("wrapper.", service.WrapperMetadata);
        if (service.PacemakerClass is not null && service.PacemakerClass != service.DefaultClass)
        {
            // What the component tells its own agent means nothing to another one.
            foreach (var name in _defaults.Keys.Where(n => n.StartsWith(AgentPrefix, StringComparison.Ordinal)).ToArray())
            {
                _defaults.Remove(name);
            }
        }
    }

    /// <summary>Takes a parameter, if it is set.</summary>
    /// <param name="name">Name of the parameter, in kebab-case; users may write it in camelCase or snake_case too.</param>
    /// <param name="kind">What its value must look like; another value is reported.</param>
    /// <returns>The value, or null if neither the user nor the component has set it.</returns>
    public Input<string>? Take(string name, ParameterKind kind = ParameterKind.Text)
    {
        return TakeValue(name) is { } value ? Checked(name, kind, value) : null;
    }

    /// <summary>Takes a parameter whose name is another's and is matched letter by letter.</summary>
    internal Input<string>? TakeExact(string name, ParameterKind kind)
    {
        if (!_open.Remove(name, out var value))
        {
            return null;
        }

        return Checked(name, kind, value);
    }

    /// <summary>Takes all parameters that were not taken by name and have no prefix of their own; for agents whose parameters are checked against their metadata.</summary>
    public ImmutableSortedDictionary<string, Input<string>> TakeRest()
    {
        var rest = TakeGroup(AgentPrefix).ToBuilder();
        foreach (var (name, value) in _open.Where(p => !p.Key.Contains('.', StringComparison.Ordinal)).ToArray())
        {
            _open.Remove(name);
            if (!rest.TryAdd(name, value.ToInput()))
            {
                _findings.Add(SdkFinding.ParameterSetTwice(_service, name, AgentPrefix + name));
            }
        }

        return rest.ToImmutable();
    }

    /// <summary>Takes all parameters behind a prefix.</summary>
    /// <param name="prefix">The prefix with its dot, such as <c>meta.</c>.</param>
    /// <returns>The values by name, without the prefix.</returns>
    public ImmutableSortedDictionary<string, Input<string>> TakeGroup(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var taken = ImmutableSortedDictionary.CreateBuilder<string, Input<string>>(StringComparer.Ordinal);
        foreach (var source in new[] { _defaults, _open })
        {
            foreach (var (name, value) in source.Where(p => p.Key.StartsWith(prefix, StringComparison.Ordinal)).ToArray())
            {
                source.Remove(name);
                taken[name[prefix.Length..]] = value.ToInput();
            }
        }

        _accepted.Add($"{prefix}NAME");
        return taken.ToImmutable();
    }

    /// <summary>Reports something that the class cannot compose.</summary>
    /// <param name="finding">What is wrong.</param>
    public void Report(SdkFinding finding) => _findings.Add(finding);

    /// <summary>Whether a parameter is missing without which the class cannot compose.</summary>
    internal bool LacksRequired => _findings.Exists(f => f.Code == SdkFinding.MissingParameterCode);

    internal ImmutableArray<string> OpenNames => [.. _open.Keys];

    internal void Drop(string name) => _open.Remove(name);

    /// <summary>Takes a value as it was set.</summary>
    internal ParameterValue? TakeValue(string name)
    {
        _accepted.Add(name);
        var plain = ParameterName.Plain(name);
        ParameterValue? taken = null;
        string? first = null;
        foreach (var spelling in _open.Keys.Where(k => ParameterName.Plain(k) == plain).ToArray())
        {
            if (first is not null)
            {
                _findings.Add(SdkFinding.ParameterSetTwice(_service, first, spelling));
            }

            first = spelling;
            taken = _open[spelling];
            _open.Remove(spelling);
        }

        if (_defaults.Keys.FirstOrDefault(k => ParameterName.Plain(k) == plain) is { } below)
        {
            taken ??= _defaults[below];
            _defaults.Remove(below);
        }

        return taken;
    }

    /// <summary>Lays a template's values below the user's and above the component's.</summary>
    internal void AddBelow(PrimitiveTemplate template)
    {
        foreach (var (name, value) in template.ResourceHash)
        {
            if (!_open.Keys.Any(k => ParameterName.Plain(k) == ParameterName.Plain(name)))
            {
                _open[name] = value;
            }
        }

        _operations = _operations.Layered(template.Operations, replace: false);
    }

    internal OperationSet TakeOperations()
    {
        _tookOperations = true;
        return _operations;
    }

    internal void ReportIllTyped(string name, string value, string expected) =>
        _findings.Add(SdkFinding.IllTypedParameter(_service, _class, name, value, expected));

    /// <summary>All findings, those about names that nobody took among them.</summary>
    internal ImmutableArray<SdkFinding> Finish()
    {
        if (!_tookOperations && !LacksRequired && _operations.Any())
        {
            _findings.Add(SdkFinding.OperationsNotTaken(_service, _class));
        }

        // A class that lacks what it requires has not composed, so it is not known what else it would have taken: only near misses are sure.
        return
        [
            .. _findings,
            .. from name in _open.Keys
               let nearest = ParameterName.Nearest(name, _accepted)
               where nearest is not null || !LacksRequired
               select SdkFinding.UnknownParameter(_service, _class, name, [.. _accepted], nearest),
        ];
    }

    private static SortedDictionary<string, ParameterValue> Sorted(ResourceHash values) =>
        new(values.ToDictionary(v => v.Key, v => v.Value), StringComparer.Ordinal);

    private void Add(string prefix, ResourceHash values)
    {
        foreach (var (name, value) in values)
        {
            if (!_open.TryAdd(prefix + name, value))
            {
                _findings.Add(SdkFinding.ParameterSetTwice(_service, prefix + name, name));
            }
        }
    }

    private Input<string> Checked(string name, ParameterKind kind, ParameterValue value)
    {
        if (value.Literal is { } literal && ParameterText.Expected(kind, literal) is { } expected)
        {
            ReportIllTyped(name, literal, expected);
        }

        return value.ToInput();
    }
}
