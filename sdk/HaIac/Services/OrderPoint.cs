namespace HaIac;

/// <summary>A point in the life of a cluster resource that others can wait for.</summary>
/// <param name="Name">Name of the service, used in the id of constraints.</param>
/// <param name="CibId">Id of the outermost CIB object: the clone, else the primitive.</param>
/// <param name="Action">The action that must be done: <c>start</c> or <c>promote</c>.</param>
public sealed record OrderPoint(string Name, string CibId, string Action = "start");
