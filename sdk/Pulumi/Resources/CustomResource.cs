using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <summary>Declares a resource and starts its registration.</summary>
    /// <param name="type">Type token, such as <c>haiac:cib:Primitive</c>.</param>
    /// <param name="name">Name; unique among resources of the same type and parent.</param>
    /// <param name="args">Inputs; <c>null</c> for none.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentException">The type or the name is empty.</exception>
    [OverloadResolutionPriority(1)] // A call without options fits both.
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, null)
    {
    }

    /// <summary>Declares a resource of a parameterized package and starts its registration.</summary>
    /// <param name="type">Type token.</param>
    /// <param name="name">Name; unique among resources of the same type and parent.</param>
    /// <param name="args">Inputs; <c>null</c> for none.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The package; <c>null</c> for the one that the type token names.</param>
    /// <exception cref="ArgumentException">The type or the name is empty.</exception>
    public CustomResource(
        string type, string name, ResourceArgs? args, CustomResourceOptions? options = null, RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), false, registerPackageRequest)
    {
    }

    private protected CustomResource(string urn, Output<string> id)
        : base(urn) => Id = id;

    /// <summary>The id that the provider gave; unknown in previews until the resource exists.</summary>
    public Output<string> Id { get; internal set; } = null!;
}
