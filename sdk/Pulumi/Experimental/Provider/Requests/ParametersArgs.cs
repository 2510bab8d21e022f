using System.Collections.Immutable;

namespace Pulumi.Experimental.Provider;

/// <summary>Parameters as words of a command line.</summary>
/// <param name="args">The words.</param>
public sealed class ParametersArgs(ImmutableArray<string> args) : Parameters
{
    /// <summary>The words.</summary>
    public ImmutableArray<string> Args { get; } = args;
}
