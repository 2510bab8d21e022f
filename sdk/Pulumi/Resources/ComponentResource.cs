using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resource that groups others: it has children and outputs, but no provider of its own unless it is remote.</summary>
public class ComponentResource : Resource
{
    /// <summary>Declares a component without inputs.</summary>
    /// <param name="type">Type token; any text for components of a program.</param>
    /// <param name="name">Name; unique among resources of the same type and parent.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Declares a component.</summary>
    /// <param name="type">Type token; any text for components of a program.</param>
    /// <param name="name">Name; unique among resources of the same type and parent.</param>
    /// <param name="args">Inputs; <c>null</c> for none. They are stored and displayed, nothing more.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="remote">Whether a provider constructs the children.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, null)
    {
    }

    /// <summary>Declares a component of a parameterized package.</summary>
    /// <param name="type">Type token.</param>
    /// <param name="name">Name; unique among resources of the same type and parent.</param>
    /// <param name="args">Inputs; <c>null</c> for none.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="remote">Whether a provider constructs the children.</param>
    /// <param name="registerPackageRequest">The package; <c>null</c> for the one that the type token names.</param>
    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, false, args ?? ResourceArgs.Empty, options ?? new ComponentResourceOptions(), remote, registerPackageRequest)
    {
    }

    /// <summary>Says that all children are declared. The properties marked <see cref="OutputAttribute"/> become the outputs.</summary>
    protected void RegisterOutputs()
    {
        var outputs = Task.FromResult<IDictionary<string, object?>>(OutputProperties.ValuesOf(this));
        Start(_ => outputs);
    }

    /// <summary>Says that all children are declared, and what the outputs are.</summary>
    /// <param name="outputs">Outputs by name.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Start(_ => Task.FromResult(outputs));
    }

    /// <summary>Says that all children are declared, and what the outputs are.</summary>
    /// <param name="outputs">Outputs by name.</param>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Start(_ => outputs);
    }

    /// <summary>Says that all children are declared, and what the outputs are.</summary>
    /// <param name="outputs">Outputs by name.</param>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        ArgumentNullException.ThrowIfNull(outputs);
        Start(async waiter =>
        {
            var data = await waiter.For(outputs).ConfigureAwait(false);
            if (!data.IsKnown || data.Value is null)
            {
                return ImmutableDictionary<string, object?>.Empty;
            }

            // What holds for all of them holds for each, or a secret would be stored in plain text.
            return data.Value.ToDictionary(o => o.Key, o => (object?)new Output<object?>(data.With(o.Value)));
        });
    }

    private void Start(Func<Waiter, Task<IDictionary<string, object?>>> outputs)
    {
        var deployment = Deployment.Required;
        var waiter = new Waiter(() => $"the outputs of '{GetResourceName()}' ({GetResourceType()})");
        deployment.Runner.Watch(deployment.Registrar.RegisterOutputsAsync(this, outputs, waiter), waiter);
    }
}
