namespace HaIac.Transport.Failing;

/// <summary>A kind of transport failure: its message code and the fixed summary that belongs to it.</summary>
public sealed record TransportFailure
{
    private TransportFailure(string code, string summary)
    {
        Code = code;
        Summary = summary;
    }

    /// <summary>The cluster address cannot be understood.</summary>
    public static TransportFailure BadAddress { get; } = new("HAI4001", "Cluster address is not understood");

    /// <summary>No TCP connection, or the name does not resolve.</summary>
    public static TransportFailure Unreachable { get; } = new("HAI4002", "Host cannot be reached");

    /// <summary>The ssh server refused the login.</summary>
    public static TransportFailure LoginRefused { get; } = new("HAI4003", "Login over ssh was refused");

    /// <summary>The ssh server showed a key that is not known, or another one than the known one.</summary>
    public static TransportFailure HostKey { get; } = new("HAI4004", "Host key is not trusted");

    /// <summary>A program is not installed on the host that should run it.</summary>
    public static TransportFailure ToolMissing { get; } = new("HAI4005", "A needed program is not installed");

    /// <summary>The host answers, but its partition has no quorum.</summary>
    public static TransportFailure NoQuorum { get; } = new("HAI4006", "Cluster has no quorum");

    /// <summary>The host answers, but Pacemaker does not run on it.</summary>
    public static TransportFailure ClusterDown { get; } = new("HAI4007", "Pacemaker is not running");

    /// <summary>A command was ended because it took longer than its limit.</summary>
    public static TransportFailure TimedOut { get; } = new("HAI4008", "Command took too long");

    /// <summary>The connection broke while a command ran.</summary>
    public static TransportFailure ConnectionLost { get; } = new("HAI4009", "Connection was lost");

    /// <summary>A tool failed in a way that has no code of its own.</summary>
    public static TransportFailure CommandFailed { get; } = new("HAI4010", "Cluster command failed");

    /// <summary>A tool's answer cannot be understood.</summary>
    public static TransportFailure BadAnswer { get; } = new("HAI4011", "Answer of a cluster command is not understood");

    /// <summary>A tool wrote more than the limit.</summary>
    public static TransportFailure TooMuchOutput { get; } = new("HAI4012", "Answer of a cluster command is too large");

    /// <summary>The CIB manager on the network refused the login, or there is no password for it.</summary>
    public static TransportFailure RemoteLogin { get; } = new("HAI4013", "Login to the CIB manager was refused");

    /// <summary>What is asked for needs a node, and only the CIB manager can be reached.</summary>
    public static TransportFailure NeedsNode { get; } = new("HAI4014", "Not possible with remote CIB access alone");

    /// <summary>The directory of a virtual cluster cannot be used.</summary>
    public static TransportFailure VirtualDirectory { get; } = new("HAI4020", "Directory of the virtual cluster cannot be used");

    /// <summary>A node name that the cluster does not have.</summary>
    public static TransportFailure UnknownNode { get; } = new("HAI4021", "Cluster has no such node");

    /// <summary>A resource id that the cluster does not have.</summary>
    public static TransportFailure UnknownResource { get; } = new("HAI4022", "Cluster has no such resource");

    /// <summary>No init system of the node knows the unit.</summary>
    public static TransportFailure UnknownUnit { get; } = new("HAI4030", "Node has no such unit");

    /// <summary>The init system tried to change the unit and could not.</summary>
    public static TransportFailure UnitFailed { get; } = new("HAI4031", "Unit could not be changed");

    /// <summary>The unit is made so that it does not allow this change: masked, or without an installation section.</summary>
    public static TransportFailure UnitRefuses { get; } = new("HAI4032", "Unit does not allow this change");

    /// <summary>A file on a node cannot be looked at, written or removed.</summary>
    public static TransportFailure NodeFileFailed { get; } = new("HAI4033", "File on a node cannot be used");

    /// <summary>The node exists on paper only, and nothing can run there.</summary>
    public static TransportFailure OnPaper { get; } = new("HAI4034", "Node on paper runs no commands");

    /// <summary>The cluster's schema, or its CIB manager, refuses the resulting configuration.</summary>
    public static TransportFailure Refused { get; } = new("HAI4101", "Cluster refuses the configuration");

    /// <summary>The change was made for an older version of the configuration.</summary>
    public static TransportFailure Stale { get; } = new("HAI4102", "Configuration changed in the meantime");

    /// <summary>The user may not read or change the configuration.</summary>
    public static TransportFailure NotPermitted { get; } = new("HAI4103", "Cluster does not permit the change");

    /// <summary>The configuration was written by a newer Pacemaker than the tools understand.</summary>
    public static TransportFailure NewerFeatureSet { get; } = new("HAI4104", "Configuration is newer than the tools");

    /// <summary>The connection broke while a change was on its way, and the cluster could not be asked what became of it.</summary>
    public static TransportFailure InDoubt { get; } = new("HAI4105", "It is not known whether the change came in");

    /// <summary>The code of the message: <c>HAI4</c> and three digits.</summary>
    public string Code { get; }

    /// <summary>The summary line: the same for every message of this code.</summary>
    public string Summary { get; }
}
