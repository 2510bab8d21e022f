namespace Pulumi;

/// <summary>An output whose element type is not known at compile time.</summary>
internal interface IOutput
{
    /// <summary>Whether it has its value, or has failed.</summary>
    bool IsSettled { get; }

    /// <summary>Who has to do something before it settles; null if that is nobody who waits for outputs.</summary>
    Waiter? Waiter { get; }

    Task<OutputData<object?>> GetDataAsync();
}
