namespace HaIac.Engine.Rendering;

/// <summary>Which operation is shown.</summary>
public enum OperationKind
{
    /// <summary>The state becomes what the program declares.</summary>
    Update,

    /// <summary>The state becomes what is really there.</summary>
    Refresh,

    /// <summary>Everything goes.</summary>
    Destroy,

    /// <summary>Existing objects are taken over.</summary>
    Import,
}
