using Pulumi;

namespace HaIac;

/// <summary>
/// The debug handler: a script <c>ocf_handler_NAME</c> on every node of the service that runs its agent outside of the cluster, with the same
/// environment. Owner root, mode 0700. Requirements B14, O1 to O5.
/// </summary>
public sealed class HandlerArgs : ResourceArgs
{
    /// <summary>Whether it is installed.</summary>
    /// <value>Default: true for agents of standard ocf, else it has no effect.</value>
    [Input("install")]
    public Input<bool>? Install { get; set; }

    /// <summary>Folder on the nodes.</summary>
    /// <value>Default: /usr/local/bin.</value>
    [Input("directory")]
    public Input<string>? Directory { get; set; }
}
