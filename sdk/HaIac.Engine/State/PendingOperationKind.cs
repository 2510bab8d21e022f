namespace HaIac.Engine.State;

/// <summary>What was being done to a resource when the state was written.</summary>
public enum PendingOperationKind
{
    /// <summary>It was being created.</summary>
    Creating,

    /// <summary>It was being changed.</summary>
    Updating,

    /// <summary>It was being deleted.</summary>
    Deleting,

    /// <summary>It was being read.</summary>
    Reading,

    /// <summary>It was being taken over.</summary>
    Importing,
}
