using System.Collections.Immutable;

namespace Pulumi;

/// <summary>All outputs of one resource while they wait for the engine's answer. Each is completed exactly once, whatever happens.</summary>
internal sealed class ResourceOutputs
{
    private ResourceOutputs(Resource resource)
    {
        var properties = resource.IsCustom || resource.IsRemote ? OutputProperties.Of(resource.GetType()) : [];
        foreach (var (_, property) in properties)
        {
            PendingOutput.ThrowIfUnusable(property);
        }

        Urn = new PendingOutput<string>(resource);
        resource.RegistrationWaiter.Work = Urn.Output.DataTask;
        Id = resource.IsCustom ? new PendingOutput<string>(resource) : null;
        Properties = properties.ToImmutableDictionary(p => p.Name, p => PendingOutput.Attach(resource, p.Property));
    }

    public PendingOutput<string> Urn { get; }

    public PendingOutput<string>? Id { get; }

    public ImmutableDictionary<string, IPendingOutput> Properties { get; }

    public static ResourceOutputs Attach(Resource resource) => new(resource);

    public void Fail(Exception exception)
    {
        Urn.Fail(exception);
        Id?.Fail(exception);
        foreach (var property in Properties.Values)
        {
            property.Fail(exception);
        }
    }
}
