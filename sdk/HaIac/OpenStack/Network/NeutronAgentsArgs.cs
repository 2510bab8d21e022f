namespace HaIac.OpenStack;

/// <summary>Inputs of <see cref="NeutronAgents"/>. Mode, class, parameters and order hold for all its daemons.</summary>
public sealed class NeutronAgentsArgs : ServiceSettings
{
    /// <summary>Which agents run.</summary>
    /// <value>Default: all.</value>
    public List<NeutronAgent> Agents { get; set; } = [.. Enum.GetValues<NeutronAgent>()];
}
