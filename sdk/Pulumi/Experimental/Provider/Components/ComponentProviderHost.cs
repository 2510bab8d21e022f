using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pulumi.Experimental.Provider;

/// <summary>Makes a plugin of a program that declares components: its main method calls <see cref="Serve"/> and nothing else.</summary>
public static class ComponentProviderHost
{
    // Generators of SDKs want some version.
    private const string NoVersion = "0.0.0";

    /// <summary>Serves all components of an assembly until the process is told to stop.</summary>
    /// <param name="args">Arguments of the program, as the engine gave them.</param>
    /// <param name="componentAssembly">The assembly; that of the caller if null.</param>
    /// <param name="packageName">
    /// Name of the package; if null it follows from the assembly: <c>Acme.WebServices</c> gives package <c>web-services</c> in namespace
    /// <c>acme</c>.
    /// </param>
    /// <exception cref="ArgumentException">The name is none for a package.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task Serve(string[] args, Assembly? componentAssembly = null, string? packageName = null)
    {
        var assembly = componentAssembly ?? Assembly.GetCallingAssembly();
        var (publisher, package) = PackageNames.Of(assembly.GetName().Name ?? string.Empty);
        var metadata = new Metadata(packageName ?? package, publisher, NoVersion);
        PackageNames.ThrowIfUnusable(metadata);
        return Provider.Serve(args, NoVersion, _ => new ComponentProvider(assembly, metadata), CancellationToken.None);
    }
}
