using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>A configured provider that other resources name in their options.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>Declares a provider.</summary>
    /// <param name="package">Package that it serves, such as <c>haiac</c>.</param>
    /// <param name="name">Name; unique among providers of the package and parent.</param>
    /// <param name="args">Configuration.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    [OverloadResolutionPriority(1)] // A call without options fits both.
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, null)
    {
    }

    /// <summary>Declares a provider of a parameterized package.</summary>
    /// <param name="package">Package that it serves.</param>
    /// <param name="name">Name; unique among providers of the package and parent.</param>
    /// <param name="args">Configuration.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The package; <c>null</c> for the one of that name.</param>
    public ProviderResource(
        string package, string name, ResourceArgs args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base(TypePrefix + package, name, args, options, registerPackageRequest)
    {
    }

    private protected ProviderResource(string urn, Output<string> id)
        : base(urn, id)
    {
    }

    internal string Package => GetResourceType()[TypePrefix.Length..];

    /// <summary>How registrations name this provider: its URN and id. In previews the id may still be unknown.</summary>
    internal async Task<string> ReferenceAsync(Waiter? waiter = null)
    {
        waiter?.WaitsFor(Urn);
        var urn = (await Urn.DataTask.ConfigureAwait(false)).Value;
        var id = await Id.DataTask.ConfigureAwait(false);
        var text = id.IsKnown && !string.IsNullOrEmpty(id.Value) ? id.Value : HaIac.Protocol.Properties.WireSignatures.Unknown;
        return $"{urn}::{text}";
    }
}
