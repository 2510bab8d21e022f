using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A call of a provider's function or of a resource's method by a program under test.</summary>
public class MockCallArgs
{
    /// <summary>Token of the function or method, such as <c>haiac:index:lookup</c>.</summary>
    public string? Token { get; set; }

    /// <summary>Arguments by wire name, in plain types; numbers are <c>double</c>.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary>The provider as calls name it, <c>urn::id</c>; empty for the default one.</summary>
    public string? Provider { get; set; }
}
