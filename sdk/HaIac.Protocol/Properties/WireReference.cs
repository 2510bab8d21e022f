namespace HaIac.Protocol.Properties;

/// <summary>A reference to a resource.</summary>
/// <param name="Urn">URN of the resource.</param>
/// <param name="Id">Its id: null for a component, <see cref="WireUnknown"/> if it is not known yet, else a text.</param>
/// <param name="PackageVersion">Version of the package that declares its type; null if the peer sent none.</param>
public sealed record WireReference(string Urn, WireValue? Id, string? PackageVersion) : WireValue;
