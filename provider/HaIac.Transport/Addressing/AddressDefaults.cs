namespace HaIac.Transport.Addressing;

/// <summary>Defaults and limits of cluster addresses.</summary>
internal static class AddressDefaults
{
    /// <summary>How long opening one ssh connection may take.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The user that Pacemaker's own tools take for remote access to the CIB.</summary>
    public const string RemoteUser = "hacluster";

    /// <summary>The shortest limit that makes sense: ssh counts whole seconds.</summary>
    public static readonly TimeSpan ShortestConnectTimeout = TimeSpan.FromSeconds(1);

    /// <summary>The longest limit: beyond it a dead host would look like a hanging program.</summary>
    public static readonly TimeSpan LongestConnectTimeout = TimeSpan.FromMinutes(10);
}
