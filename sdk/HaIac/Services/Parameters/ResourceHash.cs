using System.Collections;

namespace HaIac;

/// <summary>
/// Parameters of the cluster resource that a service becomes, by name. They feed the service's <see cref="PacemakerClass"/>, which says what
/// it accepts; what is not set keeps the class's default. Without an <see cref="HaMode"/> the parameters have no effect.
/// </summary>
/// <example><code>ResourceHash = { ["migration-threshold"] = 3, ["monitor-interval"] = TimeSpan.FromSeconds(10) }</code></example>
public sealed class ResourceHash : IEnumerable<KeyValuePair<string, ParameterValue>>
{
    private readonly SortedDictionary<string, ParameterValue> _values = new(StringComparer.Ordinal);

    /// <summary>Sets a parameter; the last value of a name wins.</summary>
    /// <param name="name">Name of the parameter.</param>
    public ParameterValue this[string name]
    {
        set => _values[name] = value;
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">Name of the parameter.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The name is set already.</exception>
    public void Add(string name, ParameterValue value) => _values.Add(name, value);

    /// <summary>Adds a parameter, for copies.</summary>
    /// <param name="parameter">Name and value.</param>
    /// <exception cref="ArgumentException">The name is set already.</exception>
    public void Add(KeyValuePair<string, ParameterValue> parameter) => Add(parameter.Key, parameter.Value);

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, ParameterValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Both together; for a name in both the other's value counts if it replaces, else this one's.</summary>
    internal ResourceHash Layered(ResourceHash other, bool replace)
    {
        ResourceHash layered = [.. replace ? this : other];
        foreach (var (name, value) in replace ? other : this)
        {
            layered[name] = value;
        }

        return layered;
    }
}
