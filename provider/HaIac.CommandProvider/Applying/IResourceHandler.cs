using System.Collections.Immutable;
using HaIac.CommandProvider.Running;
using Pulumi.Experimental;

namespace HaIac.CommandProvider.Applying;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>What one resource type does in each step. Inputs are checked and known.</summary>
internal interface IResourceHandler
{
    /// <summary>The outputs as far as a preview knows them.</summary>
    /// <param name="inputs">The new inputs; values may be unknown.</param>
    /// <param name="old">The outputs of the state; null for a creation.</param>
    Fields Predict(Fields inputs, Fields? old);

    /// <summary>Creates.</summary>
    /// <returns>The outputs.</returns>
    Task<Fields> CreateAsync(Fields inputs, CallContext call, CancellationToken cancellationToken);

    /// <summary>Updates.</summary>
    /// <returns>The outputs.</returns>
    Task<Fields> UpdateAsync(Fields inputs, Fields old, CallContext call, CancellationToken cancellationToken);

    /// <summary>Deletes.</summary>
    Task DeleteAsync(Fields old, CallContext call, CancellationToken cancellationToken);

    /// <summary>The beginning of new ids.</summary>
    /// <param name="name">Name of the resource.</param>
    string IdPrefix(string name);
}
