namespace HaIac.Cib.Constraints;

/// <summary>How strictly an order is enforced.</summary>
public enum OrderKind
{
    /// <summary>The second never runs without the first.</summary>
    Mandatory,

    /// <summary>Applies only when both change in the same transition.</summary>
    Optional,

    /// <summary>Never both at once, in no particular order.</summary>
    Serialize,
}
