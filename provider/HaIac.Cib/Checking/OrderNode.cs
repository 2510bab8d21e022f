namespace HaIac.Cib.Checking;

/// <summary>A moment in the order of things: an action of a resource, or of several together, begins or is done.</summary>
/// <param name="Name">The resource, tag, template or set.</param>
/// <param name="Action">start, stop, promote, demote or another action.</param>
/// <param name="IsEnd">Whether it is the end of the action.</param>
internal readonly record struct OrderNode(string Name, string Action, bool IsEnd);
