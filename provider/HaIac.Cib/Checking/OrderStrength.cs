namespace HaIac.Cib.Checking;

/// <summary>How strongly an order binds, as far as it can be read.</summary>
internal enum OrderStrength
{
    /// <summary>The second waits for the first at all times.</summary>
    Mandatory,

    /// <summary>Only when both act in one transition.</summary>
    Optional,

    /// <summary>Never both at once.</summary>
    Serialize,
}
