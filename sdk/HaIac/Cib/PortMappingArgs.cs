using Pulumi;

namespace HaIac.Cib;

/// <summary>A port, or a range of ports, of the host that leads into the containers of a <see cref="Bundle"/>.</summary>
public sealed class PortMappingArgs : ResourceArgs
{
    /// <summary>The port outside.</summary>
    /// <value>1 to 65535. This or <see cref="Range"/> is required.</value>
    [Input("port")]
    public Input<int>? Port { get; set; }

    /// <summary>The port inside.</summary>
    /// <value>1 to 65535. Default: the same as outside.</value>
    [Input("internalPort")]
    public Input<int>? InternalPort { get; set; }

    /// <summary>Several ports, the same outside and inside: FIRST-LAST.</summary>
    /// <value>This or <see cref="Port"/> is required.</value>
    [Input("range")]
    public Input<string>? Range { get; set; }
}
