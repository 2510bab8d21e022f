using System.Collections.Concurrent;
using Google.Protobuf;
using HaIac.Protocol.Messages;

namespace Pulumi;

/// <summary>Announces parameterized packages to the engine, each once, and keeps the references it answers.</summary>
internal sealed class PackageRegistry(Deployment deployment)
{
    private readonly ConcurrentDictionary<RegisterPackageRequest, Lazy<Task<string>>> _references = new();

    /// <summary>The reference of a package; empty for none.</summary>
    public Task<string> ReferenceAsync(RegisterPackageRequest? package)
        => package is null
            ? Task.FromResult("")
            : _references.GetOrAdd(package, p => new Lazy<Task<string>>(() => RegisterAsync(p))).Value;

    private async Task<string> RegisterAsync(RegisterPackageRequest package)
    {
        await deployment.Features.RequireAsync(Feature.Parameterization, "parameterization").ConfigureAwait(false);
        var request = new HaIac.Protocol.Messages.RegisterPackageRequest
        {
            Name = package.Name,
            Version = package.Version,
            DownloadUrl = package.DownloadUrl ?? "",
        };
        foreach (var (platform, checksum) in package.Checksums)
        {
            request.Checksums[platform] = ByteString.CopyFrom(checksum);
        }

        if (package.Parameterization is { } parameters)
        {
            request.Parameterization = new Parameterization
            {
                Name = parameters.Name,
                Version = parameters.Version,
                Value = ByteString.CopyFrom(parameters.Value),
            };
        }

        return await deployment.Monitor.RegisterPackageAsync(request, deployment.Abandoned).ConfigureAwait(false);
    }
}
