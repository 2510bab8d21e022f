namespace HaIac.Cib.Comparing.Differences;

/// <summary>One value of an object that differs between two documents. Values are as the documents spell them, secrets included.</summary>
/// <param name="Path">
/// Where in the object: <c>type</c>, <c>instance_attributes.ip</c>, <c>meta_attributes.clone-max</c>, <c>properties.stonith-enabled</c>,
/// <c>operations[monitor].interval</c> (<c>operations[monitor 10s].timeout</c> where there are several of that name), <c>rule.score</c>, <c>sets[0].members</c>,
/// <c>network.port-mapping[http].port</c>; for what Pacemaker's schemas do not know, the tag, and the values are XML.
/// </param>
/// <param name="Old">The value in the earlier document; null when it is not set there.</param>
/// <param name="New">The value in the later document; null when it is not set there.</param>
public sealed record AttributeDifference(string Path, string? Old, string? New);
