namespace HaIac.Engine.Projects;

/// <summary>A configuration value as the file holds it.</summary>
public abstract record ConfigNode
{
    /// <summary>True if it is encrypted, or holds something that is.</summary>
    public abstract bool IsSecret { get; }
}
