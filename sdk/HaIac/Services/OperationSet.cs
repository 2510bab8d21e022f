using System.Collections;

namespace HaIac;

/// <summary>Operations of a service, written as a list or by name.</summary>
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

    /// <summary>Adds an operation. One of the same name, role and interval, or one without an interval, adds to what is said already.</summary>
    /// <param name="operation">The operation.</param>
    public void Add(OperationSettings operation) => _operations.Add(operation);

    /// <inheritdoc />
    public IEnumerator<OperationSettings> GetEnumerator() => _operations.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Operations are applied one after the other, so what comes last wins attribute by attribute.
    internal OperationSet Layered(OperationSet other, bool replace) => replace ? [.. this, .. other] : [.. other, .. this];
}
