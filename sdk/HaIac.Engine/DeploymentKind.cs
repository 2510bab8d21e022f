namespace HaIac.Engine;

/// <summary>What an operation does with a stack.</summary>
public enum DeploymentKind
{
    /// <summary>Makes the stack what the program declares.</summary>
    Update,

    /// <summary>Deletes everything in the stack; runs no program.</summary>
    Destroy,
}
