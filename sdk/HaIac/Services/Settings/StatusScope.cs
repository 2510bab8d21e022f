namespace HaIac;

/// <summary>Where a service must run to count as running.</summary>
public enum StatusScope
{
    /// <summary>On the node that is asked about.</summary>
    Local,

    /// <summary>Anywhere in the cluster.</summary>
    Global,
}
