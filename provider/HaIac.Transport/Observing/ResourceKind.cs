namespace HaIac.Transport.Observing;

/// <summary>What an outermost resource is.</summary>
public enum ResourceKind
{
    /// <summary>One resource.</summary>
    Primitive,

    /// <summary>An ordered set that stays together.</summary>
    Group,

    /// <summary>Many instances of a primitive or group.</summary>
    Clone,

    /// <summary>Containerised instances.</summary>
    Bundle,
}
