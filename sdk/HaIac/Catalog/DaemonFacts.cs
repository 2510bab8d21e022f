namespace HaIac.Catalog;

/// <summary>What is known about one daemon: the row of a ready definition.</summary>
/// <param name="DebianUnit">Its native unit on Debian and Ubuntu.</param>
/// <param name="RedHatUnit">Its native unit on Red Hat and relatives.</param>
/// <param name="Kind">What losing one instance means.</param>
/// <param name="Mode">What <see cref="HaMode.Recommended"/> means.</param>
internal sealed record DaemonFacts(string DebianUnit, string RedHatUnit, ServiceKind Kind, HaMode Mode)
{
    /// <summary>The agent through which the cluster runs it; null: its native unit.</summary>
    public string? Agent { get; init; }

    /// <summary>Tested values, below the user's.</summary>
    public ResourceHash Values { get; init; } = Starting.Daemon;

    /// <summary>Further values that depend on the distribution; null: none.</summary>
    public Func<Distribution, ResourceHash>? ValuesOn { get; init; }

    /// <summary>Its form in containers; null: there is none.</summary>
    public BundleFacts? Bundle { get; init; }

    /// <summary>The same for both families.</summary>
    public static DaemonFacts Of(string unit, ServiceKind kind, HaMode mode) => new(unit, unit, kind, mode);

    /// <summary>The same daemon, of which many may run if its arguments name a coordination service.</summary>
    public DaemonFacts For(OpenStack.CoordinatedServiceArgs? args) =>
        args?.Coordinated == true ? this with { Kind = ServiceKind.Stateless, Mode = HaMode.ActiveActive } : this;

    /// <summary>Settings of a service with all that is known.</summary>
    /// <param name="settings">The user's settings.</param>
    public ServiceArgs ToService(ServiceSettings settings)
    {
        var values = ValuesOn is null ? Values : Values.With(ValuesOn(settings.Distribution));
        var own = settings as ReadyServiceArgs;
        values = values.With(own?.OwnParameters ?? []);
        Func<string, PacemakerClass>? form = Bundle is { } bundle ? image => new BundledDaemon(image, bundle, Agent, values) : null;
        return settings.ToService(new ServiceArgs
        {
            Kind = Kind,
            RecommendedMode = Mode,
            UnitNames = { [Distribution.Debian] = DebianUnit, [Distribution.RedHat] = RedHatUnit },
            DefaultClass = form is not null && own is BundledServiceArgs { Image: { } image } ? form(image) : Agent is null ? null : PacemakerClass.Agent(Agent),
            DefaultParameters = values,
            BundleForm = form,
            Followers = [.. own?.Addresses ?? []],
        });
    }
}
