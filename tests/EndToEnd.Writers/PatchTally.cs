namespace EndToEnd.Writers;

/// <summary>What the patches of one program met.</summary>
public sealed record PatchTally
{
    /// <summary>Patches that were sent; all are pinned to a version.</summary>
    public int Sent { get; set; }

    /// <summary>Patches that came too late.</summary>
    public int LostRaces { get; set; }

    /// <summary>Patches for a place that the host did not have: it was behind, or ahead of, the one that was read from.</summary>
    public int DidNotFit { get; set; }

    /// <summary>Patches that the cluster's schema refused.</summary>
    public int Refused { get; set; }

    /// <summary>Commands whose connection broke, or whose daemon went away.</summary>
    public int LostConnections { get; set; }
}
