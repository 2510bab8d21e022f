using Pulumi;

namespace HaIac;

/// <summary>How a service is made highly available. The default is <see cref="Disabled"/>: nothing changes in the cluster.</summary>
/// <remarks>Source: OpenStack HA guide, stateless and stateful services (active/active, active/passive).</remarks>
[EnumType]
public readonly struct HaMode : IEquatable<HaMode>
{
    private readonly string? _value;

    private HaMode(string value) => _value = value;

    /// <summary>The init system of each node runs the service; the cluster does not know it.</summary>
    public static HaMode Disabled { get; } = new("Disabled");

    /// <summary>What is best known for the daemon; each component says in its summary what that is.</summary>
    public static HaMode Recommended { get; } = new("Recommended");

    /// <summary>One instance on every node that may run it: a clone.</summary>
    public static HaMode ActiveActive { get; } = new("ActiveActive");

    /// <summary>One instance in the whole cluster, started elsewhere when its node fails: a primitive.</summary>
    public static HaMode ActivePassive { get; } = new("ActivePassive");

    /// <summary>Instances everywhere, some of them promoted: a promotable clone. Needs an agent with a promote action.</summary>
    public static HaMode Promotable { get; } = new("Promotable");

    private string Value => _value ?? "Disabled";

    /// <summary>Whether both are the same mode.</summary>
    /// <param name="left">One mode.</param>
    /// <param name="right">Another mode.</param>
    public static bool operator ==(HaMode left, HaMode right) => left.Equals(right);

    /// <summary>Whether the modes differ.</summary>
    /// <param name="left">One mode.</param>
    /// <param name="right">Another mode.</param>
    public static bool operator !=(HaMode left, HaMode right) => !left.Equals(right);

    /// <summary>The name of the mode, as it travels to the provider.</summary>
    /// <param name="mode">The mode.</param>
    public static explicit operator string(HaMode mode) => mode.Value;

    /// <summary>This mode, or another one in place of <see cref="Recommended"/>.</summary>
    /// <param name="recommended">What is recommended for the daemon.</param>
    public HaMode OrRecommended(HaMode recommended) => this == Recommended ? recommended : this;

    /// <inheritdoc />
    public bool Equals(HaMode other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is HaMode other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Value;
}
