namespace EndToEnd.Writers;

/// <summary>What the patches of one program met.</summary>
public sealed record PatchTally
{
    /// <summary>Patches that were pinned to a version.</summary>
    public int Pinned { get; set; }

    /// <summary>Patches that were not.</summary>
    public int Unpinned { get; set; }

    /// <summary>Patches that came too late.</summary>
    public int LostRaces { get; set; }

    /// <summary>Patches that the cluster refused.</summary>
    public int Refused { get; set; }

    /// <summary>Commands whose connection broke, or whose daemon went away.</summary>
    public int LostConnections { get; set; }
}
