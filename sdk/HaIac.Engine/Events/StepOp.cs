namespace HaIac.Engine.Events;

/// <summary>What a step does to a resource. Names as in the protocol (<see cref="StepOps.Name"/>).</summary>
public enum StepOp
{
    /// <summary>Nothing changes.</summary>
    Same,

    /// <summary>A new resource.</summary>
    Create,

    /// <summary>A change in place.</summary>
    Update,

    /// <summary>The program no longer declares it.</summary>
    Delete,

    /// <summary>A replacement as a whole: the logical step over its parts.</summary>
    Replace,

    /// <summary>Part of a replacement: the new one is created.</summary>
    CreateReplacement,

    /// <summary>Part of a replacement: the old one is deleted.</summary>
    DeleteReplaced,

    /// <summary>A resource that somebody else manages is read.</summary>
    Read,

    /// <summary>A read resource takes the place of a managed one.</summary>
    ReadReplacement,

    /// <summary>The live state is read and compared.</summary>
    Refresh,

    /// <summary>A read resource is forgotten.</summary>
    Discard,

    /// <summary>The old one of a replacement is forgotten, not deleted.</summary>
    DiscardReplaced,

    /// <summary>The mark "deleted, not yet recreated" is taken away; never shown.</summary>
    RemovePendingReplace,

    /// <summary>An existing object is taken over.</summary>
    Import,

    /// <summary>An existing object takes the place of a managed one.</summary>
    ImportReplacement,
}
