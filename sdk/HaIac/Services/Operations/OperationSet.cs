using System.Collections;

namespace HaIac;

/// <summary>Operations of a service, written as a list or by name.</summary>
/// <remarks>
/// The first of a name and role adds to what the class has, attribute by attribute; a further one of the same name and role is an operation of its
/// own, such as a deeper monitor at a longer interval.
/// </remarks>
/// <example>
/// <code>
/// Operations = { new() { Name = "monitor", Interval = TimeSpan.FromSeconds(20) }, new() { Name = "start", Timeout = TimeSpan.FromMinutes(5) } }
/// Operations = { ["monitor"] = new() { Timeout = TimeSpan.FromSeconds(30) }, ["monitor:Promoted"] = new() { Interval = TimeSpan.FromSeconds(27) } }
/// </code>
/// </example>
public sealed class OperationSet : IEnumerable<OperationSettings>
{
    private readonly List<OperationSettings> _operations = [];

    /// <summary>Adds an operation by its name, or by its name and role.</summary>
    /// <param name="name"><c>NAME</c> or <c>NAME:ROLE</c>, such as <c>monitor:Promoted</c>.</param>
    public OperationSettings this[string name]
    {
        set
        {
            ArgumentNullException.ThrowIfNull(name);
            ArgumentNullException.ThrowIfNull(value);
            var parts = name.Split(':', 2);
            Add(value with { Name = parts[0], Role = parts.Length > 1 ? parts[1] : value.Role });
        }
    }

    /// <summary>Adds an operation.</summary>
    /// <param name="operation">The operation.</param>
    public void Add(OperationSettings operation) => _operations.Add(operation);

    /// <inheritdoc />
    public IEnumerator<OperationSettings> GetEnumerator() => _operations.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Both together, the nth of a name and role over the nth of the same.</summary>
    internal OperationSet Layered(OperationSet other, bool replace)
    {
        var (below, above) = replace ? (this, other) : (other, this);
        OperationSet layered = [.. below];
        var seen = new Dictionary<(string Name, string? Role), int>();
        foreach (var operation in above)
        {
            var key = operation.Key;
            var number = seen.GetValueOrDefault(key);
            seen[key] = number + 1;
            var places = layered._operations.Select((o, i) => (o.Key, i)).Where(o => o.Key == key).ToArray();
            if (number < places.Length)
            {
                layered._operations[places[number].i] = operation.Over(layered._operations[places[number].i]);
            }
            else
            {
                layered.Add(operation);
            }
        }

        return layered;
    }
}
