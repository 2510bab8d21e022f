using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What is known of several outputs together.</summary>
internal sealed class JoinedFacts
{
    private readonly ImmutableHashSet<Resource>.Builder _resources = ImmutableHashSet.CreateBuilder<Resource>();
    private bool _known = true;
    private bool _secret;

    public void Add<T>(OutputData<T> data)
    {
        _resources.UnionWith(data.Resources);
        _known &= data.IsKnown;
        _secret |= data.IsSecret;
    }

    /// <summary>The joined output; its value is only made if all are known.</summary>
    public OutputData<T> Of<T>(Func<T> make)
        => _known ? new(_resources.ToImmutable(), make(), true, _secret) : OutputData<T>.Unknown(_resources.ToImmutable(), _secret);
}
