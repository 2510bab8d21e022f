namespace Pulumi.Command;

/// <summary>
/// The provider of the package as a resource, for programs that want to name it: with <c>Provider = …</c> in the options of a command
/// another plugin version or download address can be chosen for it alone.
/// </summary>
[ResourceType("pulumi:providers:command", Package.Version)]
public partial class Provider : ProviderResource
{
    /// <summary>Declares the provider.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its settings; the package has none.</param>
    /// <param name="options">How the engine treats it.</param>
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("command", name, args ?? new ProviderArgs(), Package.Options(new CustomResourceOptions(), options, ""))
    {
    }
}
