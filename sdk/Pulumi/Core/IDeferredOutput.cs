namespace Pulumi;

/// <summary>A deferred output whose type is not known at compile time.</summary>
internal interface IDeferredOutput
{
    /// <summary>Its type, and where the program made it.</summary>
    string Name { get; }

    Waiter Waiter { get; }

    /// <summary>Fails it, and with it all that waits for it.</summary>
    void GiveUp(Exception reason);
}
