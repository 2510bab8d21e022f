using System.Collections.Concurrent;
using HaIac.Engine.Plugins;
using HaIac.Engine.Registering;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Monitoring;

/// <summary>References that stand for a package and version; the same request always gets the same one.</summary>
/// <remarks>Source: pulumi-protocol.md 2.8.</remarks>
internal sealed class PackageReferences
{
    private readonly ConcurrentDictionary<(string Name, WantedPackage Package, string Url), string> byPackage = new();
    private readonly ConcurrentDictionary<string, WantedPackage> byReference = new(StringComparer.Ordinal);

    /// <summary>The reference of a package.</summary>
    /// <exception cref="GrpcException">The request names none, or a kind that this engine does not know.</exception>
    public string Register(RegisterPackageRequest request)
    {
        if (request.Name.Length == 0)
        {
            throw new GrpcException(GrpcStatusCode.InvalidArgument, "The package cannot be registered: it has no name.");
        }

        if (request.Extension is not null)
        {
            throw new GrpcException(GrpcStatusCode.Unimplemented, NotYet.ExtendedPackage(request.Name));
        }

        var (name, package) = request.Parameterization is { } parameter
            ? (parameter.Name, new WantedPackage(parameter.Version, new PackageParameter(request.Name, request.Version, parameter.Value.ToBase64())))
            : (request.Name, new WantedPackage(request.Version));
        var reference = byPackage.GetOrAdd((name, package, request.DownloadUrl), _ => Guid.NewGuid().ToString());
        byReference[reference] = package;
        return reference;
    }

    /// <summary>The package behind a reference; one with the given version if there is no reference.</summary>
    /// <exception cref="GrpcException">Nobody registered that reference.</exception>
    public WantedPackage Find(string reference, string version) =>
        reference.Length == 0 ? new WantedPackage(version)
        : byReference.TryGetValue(reference, out var package) ? package
        : throw new GrpcException(GrpcStatusCode.InvalidArgument, $"The package reference '{reference}' was not registered in this run.");
}
