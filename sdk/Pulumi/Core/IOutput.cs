namespace Pulumi;

/// <summary>An output whose element type is not known at compile time.</summary>
internal interface IOutput
{
    /// <summary>Ends when the value is there, or cannot come.</summary>
    Task Settled { get; }

    Task<OutputData<object?>> GetDataAsync();
}
