using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that a program under test declares or reads.</summary>
public class MockResourceArgs
{
    /// <summary>Type token of the resource, such as <c>haiac:cib:Primitive</c>.</summary>
    public string? Type { get; set; }

    /// <summary>Name that the program gave the resource, without type and parent.</summary>
    public string? Name { get; set; }

    /// <summary>Inputs by wire name, in plain types; numbers are <c>double</c>. Secrets are opened, unknown inputs are left out.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>The provider as registrations name it, <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>Id of a resource that is read or imported; empty otherwise.</summary>
    public string? Id { get; set; }
}
