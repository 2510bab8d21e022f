namespace HaIac;

/// <summary>A resource that a <see cref="PacemakerWrapper"/> is asked about: a service, or a component that hands its settings down to services.</summary>
/// <param name="ResourceName">Name of the resource in the program.</param>
/// <param name="ServiceName">Name of the daemon; for a component that of the resource.</param>
/// <param name="ResourceType">Type token, such as <c>haiac:services:Service</c>.</param>
/// <param name="Kind">What losing an instance means; for a component <see cref="ServiceKind.Unknown"/>.</param>
public sealed record WrapperCandidate(string ResourceName, string ServiceName, string ResourceType, ServiceKind Kind);
