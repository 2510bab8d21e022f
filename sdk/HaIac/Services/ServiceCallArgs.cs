using Pulumi;

namespace HaIac;

/// <summary>Which service a function of <see cref="ServiceFunctions"/> is about.</summary>
public sealed class ServiceCallArgs : InvokeArgs
{
    /// <summary>Name of the service, or id of its resource in the cluster. Required.</summary>
    [Input("service", required: true)]
    public string Service { get; set; } = null!;

    /// <summary>Name of the daemon, where it is another one.</summary>
    /// <value>Default: null, the name of the service.</value>
    [Input("serviceName")]
    public string? ServiceName { get; set; }

    /// <summary>Prefix that ids of primitives have on this cluster.</summary>
    /// <value>Default: null, none; <c>p_</c> is recognised anyway.</value>
    [Input("prefix")]
    public string? Prefix { get; set; }

    /// <summary>The node that is meant, as the cluster knows it.</summary>
    /// <value>Default: null, every node.</value>
    [Input("node")]
    public string? Node { get; set; }
}
