using Pulumi;

namespace HaIac;

/// <content>Laying settings over each other: a component's over its services', a wrapper's over those that it finds.</content>
public abstract partial class ServiceSettings
{
    internal bool HasMode => _haMode is not null;

    internal HaMode? ModeOrNull => _haMode;

    internal InputList<string>? NodesOrNull => _nodes;

    internal InputMap<string>? RestartOnOrNull => _restartOn;

    /// <summary>The wrapper that decided about the service, here or at the component that handed it down.</summary>
    internal PacemakerWrapper? WrappedBy { get; private set; }

    /// <summary>Whether the wrapper came to this very resource.</summary>
    internal bool IsWrappedHere { get; private set; }

    /// <summary>The wrapper that stayed out because of the mode that is set here, and has said so.</summary>
    internal PacemakerWrapper? KeptFrom { get; set; }

    /// <summary>Hands these settings down to a service of a component. What is not set here stays as the component has set it there.</summary>
    /// <param name="service">The service, with what is its own.</param>
    /// <returns>The same service.</returns>
    public ServiceArgs ToService(ServiceArgs service)
    {
        ArgumentNullException.ThrowIfNull(service);
        service.Take(this, replace: true);
        return service;
    }

    /// <summary>A copy whose changes do not reach the original: programs may use one object for several resources.</summary>
    /// <typeparam name="T">Type of the settings.</typeparam>
    /// <param name="settings">The settings; null for new ones.</param>
    /// <remarks>For constructors of components: what they hand to their base class may be changed by a transformation, for them alone.</remarks>
    public static T CopyOf<T>(T? settings)
        where T : ServiceSettings, new()
    {
        var copy = (T)(settings ?? new T()).MemberwiseClone();
        copy.ResourceHash = [.. copy.ResourceHash];
        copy.Parameters = [.. copy.Parameters];
        copy.Metadata = [.. copy.Metadata];
        copy.WrapperMetadata = [.. copy.WrapperMetadata];
        copy.Operations = [.. copy.Operations];
        copy.StartAfter = [.. copy.StartAfter];
        copy.Scripts = [.. copy.Scripts];
        copy.IsWrappedHere = false;
        return copy;
    }

    /// <summary>Takes what another one has set.</summary>
    /// <param name="other">The other settings.</param>
    /// <param name="replace">Whether they win over what is set here; false: they only fill gaps.</param>
    internal void Take(ServiceSettings other, bool replace)
    {
        _haMode = Choose(_haMode, other._haMode, replace);
        PacemakerClass = Choose(PacemakerClass, other.PacemakerClass, replace);
        ResourceHash = ResourceHash.Layered(other.ResourceHash, replace);
        Parameters = Parameters.Layered(other.Parameters, replace);
        Metadata = Metadata.Layered(other.Metadata, replace);
        WrapperMetadata = WrapperMetadata.Layered(other.WrapperMetadata, replace);
        Operations = Operations.Layered(other.Operations, replace);
        OperationDefaults = Choose(OperationDefaults, other.OperationDefaults, replace);
        StartAfter = [.. StartAfter, .. other.StartAfter];
        _ordering = Choose(_ordering, other._ordering, replace);
        _distribution = Choose(_distribution, other._distribution, replace);
        _nodes = Choose(_nodes, other._nodes, replace);
        Running = Choose(Running, other.Running, replace);
        Enabled = Choose(Enabled, other.Enabled, replace);
        _restartOn = _restartOn is { } mine && other._restartOn is { } others ? InputMap<string>.Merge(mine, others) : _restartOn ?? other._restartOn;
        OnChange = Choose(OnChange, other.OnChange, replace);
        Scripts = [.. Scripts, .. other.Scripts];
        AgentRoot = Choose(AgentRoot, other.AgentRoot, replace);
        Handler = Choose(Handler, other.Handler, replace);
        Takeover = Choose(Takeover, other.Takeover, replace);
        OptIn = Choose(OptIn, other.OptIn, replace);
        Waits = Choose(Waits, other.Waits, replace);
        Cleanup = Choose(Cleanup, other.Cleanup, replace);
        Restart = Choose(Restart, other.Restart, replace);
        Status = Choose(Status, other.Status, replace);
        CreatePrimitive = Choose(CreatePrimitive, other.CreatePrimitive, replace);
        Prefix = Choose(Prefix, other.Prefix, replace);
        NoOp = Choose(NoOp, other.NoOp, replace);
        WrappedBy ??= other.WrappedBy;
        KeptFrom ??= other.KeptFrom;
    }

    internal void MarkWrapped(PacemakerWrapper wrapper) => (WrappedBy, IsWrappedHere) = (wrapper, true);

    private static T Choose<T>(T mine, T others, bool replace) => replace ? others ?? mine : mine ?? others;
}
