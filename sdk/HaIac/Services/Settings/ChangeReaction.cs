namespace HaIac;

/// <summary>What a running service does when one of its <see cref="ServiceSettings.RestartOn"/> values or scripts has changed.</summary>
public enum ChangeReaction
{
    /// <summary>It reloads, where unit or agent can, else it restarts.</summary>
    Reload,

    /// <summary>It restarts, node by node where it is cloned.</summary>
    Restart,

    /// <summary>Nothing: the next restart picks the change up.</summary>
    None,
}
