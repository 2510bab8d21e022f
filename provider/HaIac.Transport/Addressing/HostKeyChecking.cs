namespace HaIac.Transport.Addressing;

/// <summary>Whether the key of an ssh host must be known. Source: ssh_config(5), StrictHostKeyChecking.</summary>
public enum HostKeyChecking
{
    /// <summary>Only hosts with a known key are used.</summary>
    Yes,

    /// <summary>Keys of new hosts are stored; a changed key is refused.</summary>
    AcceptNew,

    /// <summary>Any key is accepted. For throw-away test machines only.</summary>
    No,
}
