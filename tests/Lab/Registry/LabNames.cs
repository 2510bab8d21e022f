namespace HaIac.Labs.Registry;

/// <summary>
/// Every name a lab gives to something of the host, made from its id alone: whoever knows the id can find and remove
/// all of it, even when the process that made it died in the middle.
/// </summary>
internal sealed record LabNames(string Id)
{
    /// <summary>The folder of all labs.</summary>
    public const string Home = "/run/haiac-lab";

    public string Folder => $"{Home}/{Id}";

    /// <summary>Held by the process that owns the lab, for as long as it lives.</summary>
    public string OwnerLock => $"{Folder}/owner.lock";

    public string RecordFile => $"{Folder}/lab.json";

    public string IdentityFile => $"{Folder}/ssh/id_ed25519";

    public string KnownHostsFile => $"{Folder}/ssh/known_hosts";

    /// <summary>A tmpfs: what the nodes write, their disks.</summary>
    public string Disks => $"{Folder}/disks";

    /// <summary>The network namespace with the bridge.</summary>
    public string SwitchNamespace => $"haiac-{Id}";

    /// <summary>The host's own end of a cable into the switch (at most 15 characters).</summary>
    public string HostInterface => $"hl-{Id}";

    public string ControlGroup => $"haiac-lab-{Id}";

    public string NodeNamespace(string node) => $"haiac-{Id}-{node}";

    public string NodeControlGroup(string node) => $"{ControlGroup}/{node}";

    public string NodeDisk(string node) => $"{Disks}/{node}";

    public string NodeConsole(string node) => $"{Folder}/{node}.console";

    /// <summary>The name systemd-nspawn knows the node by; two labs may both have a ctl1.</summary>
    public string Machine(string node) => $"haiac-{Id}-{node}";
}
