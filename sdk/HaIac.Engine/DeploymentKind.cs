namespace HaIac.Engine;

/// <summary>What an operation does with a stack.</summary>
public enum DeploymentKind
{
    /// <summary>Makes the stack what the program declares.</summary>
    Update,

    /// <summary>Makes the state what is really there; touches no object and runs no program.</summary>
    Refresh,

    /// <summary>Deletes everything in the stack; runs no program.</summary>
    Destroy,
}
