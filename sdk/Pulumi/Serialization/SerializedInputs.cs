using System.Collections.Immutable;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Inputs as they go out, and the resources that each of them depends on.</summary>
internal sealed record SerializedInputs(WireObject Fields, ImmutableDictionary<string, ImmutableHashSet<Resource>> Dependencies)
{
    public static SerializedInputs Empty { get; } = new(WireObject.Empty, ImmutableDictionary<string, ImmutableHashSet<Resource>>.Empty);

    public IEnumerable<Resource> AllResources => Dependencies.Values.SelectMany(d => d);
}
