namespace EndToEnd.Tests.Writing;

/// <summary>One party of the test, counted.</summary>
internal sealed record PartyResult(string Name)
{
    public int Attempted { get; init; }

    public int Succeeded { get; init; }

    /// <summary>Refused as it had to be: the write was wrong on purpose.</summary>
    public int RefusedRightly { get; init; }

    /// <summary>Possible writes that were told to have failed.</summary>
    public int Failed { get; init; }

    /// <summary>Facts that the party's successful writes left: looked for in the CIB.</summary>
    public int Facts { get; init; }

    public int Found { get; init; }

    /// <summary>What is not as the party's successful writes left it, or is there though it was removed or refused.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    public IReadOnlyList<string> Doubled { get; init; } = [];

    /// <summary>What the party was told about writes that failed.</summary>
    public IReadOnlyList<string> Complaints { get; init; } = [];
}
