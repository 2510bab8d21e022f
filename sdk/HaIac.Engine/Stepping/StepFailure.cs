using HaIac.Engine.Events;

namespace HaIac.Engine.Stepping;

/// <summary>A step did not succeed.</summary>
/// <param name="message">Text for the user.</param>
/// <param name="status">What is known of the object.</param>
/// <param name="inner">The cause.</param>
internal sealed class StepFailure(string message, StepStatus status = StepStatus.Clean, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What is known of the object.</summary>
    public StepStatus Status { get; } = status;

    /// <summary>Whether independent steps go on even without <c>--continue-on-error</c>.</summary>
    public bool IsContained { get; init; }
}
