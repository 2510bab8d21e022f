namespace HaIac;

/// <summary>Where the operations of a service come from when its user declares none.</summary>
public enum OperationDefaults
{
    /// <summary>The class has its own, with HaIac's times.</summary>
    Class,

    /// <summary>Only declared operations are written: the cluster's own 20 s hold for start and stop, and nothing is monitored.</summary>
    None,
}
