namespace HaIac;

/// <summary>Inputs of a <see cref="ReadyService"/> that has a form in containers.</summary>
public class BundledServiceArgs : ReadyServiceArgs
{
    /// <summary>
    /// Image of the container. With it the service becomes a bundle: containers that the cluster starts on the nodes, on the host's network, with the
    /// directories of the host that the daemon needs. It counts in clustered modes, and only if no class is chosen.
    /// </summary>
    /// <value>Default: none; the daemon runs on the nodes themselves. The image must be on every node.</value>
    public string? Image { get; set; }
}
