namespace HaIac;

/// <summary>
/// How a whole control plane is made highly available: ready wrappers for the options of a stack. Each decides daemon by daemon, by
/// <see cref="ServiceArgs.Kind"/>, and leaves alone what the program has decided itself.
/// </summary>
/// <remarks>Source: the three topologies of the design's OpenStack notes, section 0.1. Requirement R5.</remarks>
/// <example><code>new StackOptions { ResourceTransformations = { HaProfile.StatefulOnly } }</code></example>
public static class HaProfile
{
    /// <summary>Every daemon is run by Pacemaker, as is recommended for it.</summary>
    public static PacemakerWrapper Everything => PacemakerWrapper.Profile("HaProfile.Everything", _ => Recommended());

    /// <summary>
    /// Databases, message queues and daemons of which only one may run are run by Pacemaker, as is recommended for them; stateless daemons stay with the
    /// init system of each node, behind the load balancer.
    /// </summary>
    public static PacemakerWrapper StatefulOnly => PacemakerWrapper.Profile("HaProfile.StatefulOnly", s => IsStateful(s) ? Recommended() : null);

    /// <summary>As <see cref="StatefulOnly"/>, and what has a form for containers runs in them.</summary>
    /// <param name="image">The image of a daemon, by the daemon's name; null leaves it without a container.</param>
    public static PacemakerWrapper Bundles(Func<string, string?> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return PacemakerWrapper.Profile("HaProfile.Bundles", s => IsStateful(s) ? Contained(s, image) : null);
    }

    private static bool IsStateful(ServiceArgs service) => service.Kind is ServiceKind.Stateful or ServiceKind.SingleInstance;

    private static PacemakerWrapperArgs Recommended() => new() { HaMode = HaMode.Recommended };

    private static PacemakerWrapperArgs Contained(ServiceArgs service, Func<string, string?> image)
    {
        var settings = Recommended();
        if (service.BundleForm is { } form && image(service.EffectiveName) is { } name)
        {
            settings.PacemakerClass = form(name);
        }

        return settings;
    }
}
