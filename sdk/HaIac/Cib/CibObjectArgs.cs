using Pulumi;

namespace HaIac.Cib;

/// <summary>Inputs that every object of the CIB has: whose it is as a whole, and whether it is switched off.</summary>
public abstract class CibObjectArgs : ResourceArgs
{
    private protected CibObjectArgs()
    {
    }

    /// <summary>
    /// What of the object is the program's: <c>declared</c>, so that what others add to it stays, or <c>all</c>, so that it is drift and is taken out with the
    /// next update. What operators set (target-role, is-managed, maintenance; <c>haiac:operatorState</c>) stays in either case, and so do resources that
    /// others put into a group. Not for a resource inside a clone or group: set it on what is outermost.
    /// </summary>
    /// <value>Default: declared.</value>
    [Input("owns")]
    public Input<string>? Owns { get; set; }

    /// <summary>
    /// Switches the object off: preview and up tell what would be done and leave the cluster alone. Taken out of the program while it is off, it stays in the
    /// cluster. Not for a resource inside a clone or group.
    /// </summary>
    /// <value>Default: false.</value>
    [Input("noop")]
    public Input<bool>? Noop { get; set; }
}
