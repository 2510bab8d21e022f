namespace HaIac.Cib.Resources;

/// <summary>What the cluster does when an operation fails (<c>on-fail</c>).</summary>
public enum FailureAction
{
    /// <summary>As if it had not failed.</summary>
    Ignore,

    /// <summary>Nothing more with the resource.</summary>
    Block,

    /// <summary>Demote the instance.</summary>
    Demote,

    /// <summary>Stop the resource and leave it stopped.</summary>
    Stop,

    /// <summary>Stop and start it, here or elsewhere.</summary>
    Restart,

    /// <summary>Move all resources away from the node.</summary>
    Standby,

    /// <summary>Fence the node.</summary>
    Fence,

    /// <summary>Restart the container or guest that it runs in.</summary>
    RestartContainer,
}
