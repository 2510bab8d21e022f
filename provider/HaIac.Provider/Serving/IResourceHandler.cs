using System.Collections.Immutable;
using Pulumi.Experimental;
using Pulumi.Experimental.Provider;

namespace HaIac.Provider.Serving;

using Fields = ImmutableDictionary<string, PropertyValue>;

/// <summary>The calls on one resource.</summary>
internal interface IResourceHandler
{
    Task<CreateResponse> CreateAsync(Fields inputs, CancellationToken ct);

    Task<UpdateResponse> UpdateAsync(string id, Fields inputs, Fields oldOutputs, CancellationToken ct);

    Task DeleteAsync(Fields oldOutputs, CancellationToken ct);

    Task<CreateResponse> PreviewCreateAsync(Fields inputs, CancellationToken ct);

    Task<UpdateResponse> PreviewUpdateAsync(Fields inputs, Fields oldOutputs, CancellationToken ct);

    Task<ReadResponse> ReadAsync(string id, Fields inputs, Fields outputs, CancellationToken ct);
}
