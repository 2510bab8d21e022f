namespace HaIac;

/// <summary>What a <see cref="PacemakerWrapper"/> lays over the services that it matches.</summary>
public sealed class PacemakerWrapperArgs : ServiceSettings
{
    /// <summary>Whether the wrapper wins over what the program says of a service, and over wrappers before it.</summary>
    /// <value>Default: false; it fills in what the program leaves open.</value>
    public bool Override { get; set; }
}
