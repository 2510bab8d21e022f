namespace HaIac.Transport.Connecting;

/// <summary>Why ssh did not get there, by what it says; it has one exit status (255) for everything.</summary>
internal enum SshReason
{
    /// <summary>It says nothing that is known here.</summary>
    Unknown,

    /// <summary>The host key is not known, or another one.</summary>
    HostKey,

    /// <summary>The login was refused.</summary>
    Login,

    /// <summary>No connection.</summary>
    Unreachable,
}
