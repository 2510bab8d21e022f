using System.Collections.Concurrent;
using System.Reflection;
using HaIac.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>
/// Turns references that the engine returned into resources: of the class that is marked with their type token, filled by
/// looking the resource up, or a stand-in that only carries URN and id.
/// </summary>
internal static class ReferencedResources
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, (Type Type, string Version)[]>> Catalogue = new();
    private static readonly ConcurrentDictionary<(string Token, string Version), (Type? Type, int Loads)> Found = new();
    private static int _loads;

    // What was found, or not found, holds until the next assembly is loaded.
    static ReferencedResources() => AppDomain.CurrentDomain.AssemblyLoad += (_, _) => Interlocked.Increment(ref _loads);

    public static Resource Resolve(WireReference reference)
    {
        var type = Lookup(Urn.TypeOf(reference.Urn), reference.PackageVersion ?? "");
        return type is not null && Construct(type, reference.Urn) is { } resource
            ? resource
            : new DependencyResource(reference.Urn, (reference.Id as WireText)?.Value, reference.Id is not WireUnknown);
    }

    private static Type? Lookup(string token, string version)
    {
        var loads = Volatile.Read(ref _loads);
        if (!Found.TryGetValue((token, version), out var found) || found.Loads != loads)
        {
            Found[(token, version)] = found = (Find(token, version), loads);
        }

        return found.Type;
    }

    /// <summary>The class for a token: of the wanted version if there is one, else of the highest.</summary>
    private static Type? Find(string token, string version)
    {
        var candidates = AppDomain.CurrentDomain.GetAssemblies()
            .Where(a => !a.IsDynamic)
            .SelectMany(a => Catalogue.GetOrAdd(a, Scan).GetValueOrDefault(token) ?? [])
            .ToArray();
        return candidates.FirstOrDefault(c => c.Version == version).Type
            ?? candidates.OrderByDescending(c => Version.TryParse(c.Version, out var v) ? v : new Version(0, 0)).FirstOrDefault().Type;
    }

    private static IReadOnlyDictionary<string, (Type Type, string Version)[]> Scan(Assembly assembly)
        => LoadableTypes(assembly)
            .Where(t => typeof(Resource).IsAssignableFrom(t) && !t.IsAbstract)

            // Not inherited: a program's own class derived from a marked one is not what the engine means.
            .Select(t => (Type: t, Attribute: t.GetCustomAttribute<ResourceTypeAttribute>(inherit: false)))
            .Where(t => t.Attribute is not null)
            .GroupBy(t => t.Attribute!.Type)
            .ToDictionary(g => g.Key, g => g.Select(t => (t.Type, t.Attribute!.Version ?? "")).ToArray());

    private static IEnumerable<Type> LoadableTypes(Assembly assembly)
    {
        // Only assemblies that know this SDK can declare resources; the others are not worth opening.
        var sdk = typeof(Resource).Assembly;
        if (assembly != sdk && !Array.Exists(assembly.GetReferencedAssemblies(), r => r.Name == sdk.GetName().Name))
        {
            return [];
        }

        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            return e.Types.OfType<Type>();
        }
    }

    /// <summary>Generated classes take (name, args, options); the args are not needed to look a resource up.</summary>
    private static Resource? Construct(Type type, string urn)
    {
        foreach (var constructor in type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
        {
            var parameters = constructor.GetParameters();
            if (parameters.Length is 2 or 3 && parameters[0].ParameterType == typeof(string)
                && OptionsFor(parameters[^1].ParameterType, urn) is { } options)
            {
                object?[] arguments = parameters.Length == 2 ? [Urn.NameOf(urn), options] : [Urn.NameOf(urn), null, options];
                return (Resource)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
            }
        }

        return null;
    }

    private static ResourceOptions? OptionsFor(Type parameter, string urn)
        => parameter == typeof(CustomResourceOptions) ? new CustomResourceOptions { Urn = urn }
            : parameter == typeof(ComponentResourceOptions) ? new ComponentResourceOptions { Urn = urn }
            : null;
}
