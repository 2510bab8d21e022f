namespace HaIac.Operating.Services;

/// <summary>The script that runs the agent of a service by hand (rule B14 and section O of the requirements).</summary>
internal sealed record HandlerSettings
{
    /// <summary>Whether it is put on the nodes. Default: null, for agents of class ocf yes, for others no.</summary>
    public bool? Install { get; init; }

    /// <summary>The folder it is put into. Default: /usr/local/bin.</summary>
    public string Directory { get; init; } = "/usr/local/bin";
}
