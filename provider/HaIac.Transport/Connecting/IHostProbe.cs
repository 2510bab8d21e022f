using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Connecting;

/// <summary>Tells whether a host that answers can serve.</summary>
internal interface IHostProbe
{
    /// <summary>The command that is run on the host to find out.</summary>
    Command Command { get; }

    /// <summary>Judges its result.</summary>
    /// <returns>True if the host serves; false if it serves only when there is no better one.</returns>
    /// <exception cref="TransportException">The host cannot serve at all.</exception>
    bool Judge(CommandResult result);
}
