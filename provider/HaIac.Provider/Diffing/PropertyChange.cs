namespace HaIac.Provider.Diffing;

/// <summary>One property that means something else than before.</summary>
/// <param name="Path">Its path, as the engine writes paths.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Replaces">Whether the object must be replaced for it.</param>
internal sealed record PropertyChange(string Path, ChangeKind Kind, bool Replaces);

/// <summary>What happened to a property.</summary>
internal enum ChangeKind
{
    /// <summary>It was not set before.</summary>
    Add,

    /// <summary>It is not set any more.</summary>
    Delete,

    /// <summary>It is set to something else.</summary>
    Update,
}
