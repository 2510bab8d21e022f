using Pulumi;

namespace HaIac;

/// <summary>Which service <see cref="ServiceFunctions.RestartAsync"/> restarts, and how.</summary>
public sealed class ServiceRestartArgs : InvokeArgs
{
    /// <summary>Name of the service, or id of its resource in the cluster. Required.</summary>
    [Input("service", required: true)]
    public string Service { get; set; } = null!;

    /// <summary>The node that is meant, as the cluster knows it.</summary>
    /// <value>Default: null, wherever it runs.</value>
    [Input("node")]
    public string? Node { get; set; }

    /// <summary>Whether a clone is restarted node by node, each back before the next.</summary>
    /// <value>Default: null, true.</value>
    [Input("rolling")]
    public bool? Rolling { get; set; }
}
