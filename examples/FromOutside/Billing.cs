using HaIac;
using Pulumi;

namespace FromOutside;

/// <summary>Stands for a component from somebody else's package: it declares two daemons and knows nothing of high availability.</summary>
public sealed class Billing : ComponentResource
{
    /// <summary>Declares the daemons.</summary>
    /// <param name="name">Name of the component.</param>
    /// <param name="options">Pulumi's options.</param>
    public Billing(string name, ComponentResourceOptions? options = null)
        : base("thirdparty:index:Billing", name, options)
    {
        var queue = new Service($"{name}-queue", options: new() { Parent = this });
        _ = new Service($"{name}-worker", new() { StartAfter = { queue } }, new() { Parent = this });
        RegisterOutputs();
    }
}
