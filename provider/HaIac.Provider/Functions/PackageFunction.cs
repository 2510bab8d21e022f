using System.Collections.Immutable;
using HaIac.Provider.Applying;
using HaIac.Provider.Composing;
using Pulumi.Experimental;

namespace HaIac.Provider.Functions;

/// <summary>One function of the package.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Changes">Whether it changes something in the cluster, so that a preview does not run it.</param>
/// <param name="Description">What it does, one sentence.</param>
/// <param name="Run">Does it.</param>
internal sealed record PackageFunction(
    string Token,
    bool Changes,
    string Description,
    Func<ClusterSession, Inputs, bool, Action<string>, CancellationToken, Task<ImmutableDictionary<string, PropertyValue>>> Run)
{
    /// <summary>The names of its arguments that are texts; the first is required where <see cref="NeedsFirst"/>.</summary>
    public ImmutableArray<string> Texts { get; init; } = [];

    /// <summary>The names of its arguments that are true or false.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>Whether the first text must be given.</summary>
    public bool NeedsFirst { get; init; }

    /// <summary>The names of all arguments.</summary>
    public IEnumerable<string> Arguments => Texts.Concat(Flags);
}
