using System.Collections.Concurrent;
using HaIac.Engine.Registering;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Monitoring;

/// <summary>References that stand for a package and version; the same request always gets the same one.</summary>
/// <remarks>Source: pulumi-protocol.md 2.8.</remarks>
internal sealed class PackageReferences
{
    private readonly ConcurrentDictionary<(string Name, string Version, string Url), string> byPackage = new();
    private readonly ConcurrentDictionary<string, (string Name, string Version)> byReference = new(StringComparer.Ordinal);

    /// <summary>The reference of a package.</summary>
    public string Register(RegisterPackageRequest request)
    {
        if (request.Parameterization is not null || request.Extension is not null)
        {
            throw new GrpcException(GrpcStatusCode.Unimplemented, NotYet.ParameterizedPackage(request.Name));
        }

        var reference = byPackage.GetOrAdd((request.Name, request.Version, request.DownloadUrl), _ => Guid.NewGuid().ToString());
        byReference[reference] = (request.Name, request.Version);
        return reference;
    }

    /// <summary>The version behind a reference; the given version if there is no reference.</summary>
    public string Version(string reference, string version) =>
        reference.Length == 0 ? version
        : byReference.TryGetValue(reference, out var package) ? package.Version
        : throw new GrpcException(GrpcStatusCode.InvalidArgument, $"The package reference '{reference}' was not registered in this run.");
}
