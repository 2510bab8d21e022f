namespace HaIac.Operating.Reporting;

/// <summary>What a resource is on a node.</summary>
internal enum PlaceState
{
    /// <summary>Nothing of it runs there.</summary>
    Stopped,

    /// <summary>Some members of it run there, others do not.</summary>
    Partly,

    /// <summary>It runs there; a promotable one unpromoted.</summary>
    Running,

    /// <summary>It runs there in the promoted role.</summary>
    Promoted,
}
