using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Connecting;

/// <summary>A host serves if Pacemaker runs on it and its partition has quorum: one look at the root of its CIB.</summary>
/// <param name="address">The cluster's address, for messages.</param>
/// <param name="timeout">Limit of the look.</param>
internal sealed class QuorumProbe(string address, TimeSpan timeout) : IHostProbe
{
    /// <inheritdoc/>
    public Command Command { get; } = new()
    {
        Program = "cibadmin",
        Arguments = ["--query", "--xpath", "/cib", "--no-children"],
        Timeout = timeout,
    };

    /// <inheritdoc/>
    /// <exception cref="TransportException">HAI4005: no tools there. HAI4007: Pacemaker does not run there.</exception>
    public bool Judge(CommandResult result)
    {
        if (result.ExitCode != 0)
        {
            throw ToolFailures.Of(Command, result, address);
        }

        return Answers.Element(result.Output, Command, result).Attribute("have-quorum")?.Value is not "0";
    }
}
