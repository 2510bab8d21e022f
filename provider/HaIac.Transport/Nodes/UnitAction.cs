namespace HaIac.Transport.Nodes;

/// <summary>What can be done with a unit.</summary>
public enum UnitAction
{
    /// <summary>Run it now.</summary>
    Start,

    /// <summary>End it now, and forget a failure of it.</summary>
    Stop,

    /// <summary>End it and run it again.</summary>
    Restart,

    /// <summary>Let it read its configuration anew; a restart where it cannot do that.</summary>
    Reload,

    /// <summary>Start it with the machine from now on.</summary>
    Enable,

    /// <summary>Do not start it with the machine any more.</summary>
    Disable,

    /// <summary>Make it impossible to start.</summary>
    Mask,

    /// <summary>Make it possible to start again.</summary>
    Unmask,
}
