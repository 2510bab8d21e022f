using System.Collections.Immutable;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Experimental.Provider;

/// <summary>Serves classes of components to programs in any language: answers the schema of their package and constructs them.</summary>
/// <param name="componentAssembly">Where the classes are.</param>
/// <param name="metadata">What the package calls itself.</param>
/// <param name="componentTypes">The classes; all of the assembly if null.</param>
public class ComponentProvider(Assembly componentAssembly, Metadata metadata, Type[]? componentTypes = null) : Provider
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Answers the schema that follows from the classes.</summary>
    /// <param name="request">Which schema; there is only one.</param>
    /// <param name="ct">Not needed.</param>
    /// <exception cref="ArgumentException">A class cannot be described; the text names every member in the way.</exception>
    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, CancellationToken ct)
    {
        var schema = componentTypes is null
            ? ComponentAnalyzer.GenerateSchema(metadata, componentAssembly)
            : ComponentAnalyzer.GenerateSchema(metadata, componentTypes);
        return Task.FromResult(new GetSchemaResponse { Schema = JsonSerializer.Serialize(schema, Json) });
    }

    /// <summary>Makes the component; it and its children register themselves with the engine of the call.</summary>
    /// <param name="request">Type token, name, inputs and options.</param>
    /// <param name="ct">Cancelled when the caller goes away or the engine cancels.</param>
    /// <exception cref="ProviderException">The package has no such component.</exception>
    /// <exception cref="InputPropertiesException">Inputs do not fit the args of the component; all are listed.</exception>
    public override async Task<ConstructResponse> Construct(ConstructRequest request, CancellationToken ct)
    {
        var component = ComponentClass.Of(Find(request.Type));
        var findings = new List<PropertyError>();
        var args = new PropertyFitter(findings).Fit(new PropertyValue(request.Inputs), component.ArgsType, "$", new ValueFacts(inInput: false));
        if (findings.Count > 0)
        {
            throw new InputPropertiesException(
                $"Component \"{request.Name}\" of type {request.Type} cannot be made of its inputs: " +
                $"{string.Join("; ", findings.Select(f => $"{f.PropertyPath} {f.Reason}"))}.",
                findings);
        }

        var resource = (ComponentResource)component.Constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, null, [request.Name, args, request.Options], null);
        var urn = await resource.Urn.DataTask.WaitAsync(ct).ConfigureAwait(false);
        var outputs = ImmutableDictionary.CreateBuilder<string, PropertyValue>();
        var dependencies = new Dictionary<string, ISet<Urn>>();
        foreach (var (name, property) in OutputProperties.Of(component.Type).Where(o => o.Property.GetMethod is { IsPublic: true }))
        {
            if (property.GetValue(resource) is { } output)
            {
                var value = await PropertyEncoder.EncodeAsync(output).WaitAsync(ct).ConfigureAwait(false);
                outputs[name] = value;

                // Engines that take no output values learn of dependencies only here.
                dependencies[name] = value.Dependencies;
            }
        }

        return new ConstructResponse(new Urn(urn.Value), outputs.ToImmutable(), dependencies);
    }

    private Type Find(string token)
    {
        if (token.Split(':') is [var package, _, var name] && package == metadata.Name &&
            ComponentAnalyzer.FindComponentType(name, componentAssembly, componentTypes) is { } type)
        {
            return type;
        }

        var known = (componentTypes ?? ComponentClass.In(componentAssembly)).Select(t => $"{metadata.Name}:index:{t.Name}").Order(StringComparer.Ordinal);
        throw new ProviderException(
            ProviderFailureKind.NotFound, $"Package {metadata.Name} has no component of type \"{token}\". It has: {string.Join(", ", known)}.");
    }
}
