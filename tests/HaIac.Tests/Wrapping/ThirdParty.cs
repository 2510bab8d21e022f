using Pulumi;

namespace HaIac.Tests.Wrapping;

/// <summary>A component by somebody who has never heard of high availability.</summary>
internal sealed class Billing : ComponentResource
{
    public Billing(string name, ComponentResourceOptions? options = null)
        : base("thirdparty:index:Billing", name, options)
    {
        Api = new Service($"{name}-api", new() { ServiceName = "invoiced" }, new() { Parent = this });
        Worker = new Service($"{name}-worker", new() { StartAfter = { Api } }, new() { Parent = this });
        RegisterOutputs();
    }

    public Service Api { get; }

    public Service Worker { get; }
}
