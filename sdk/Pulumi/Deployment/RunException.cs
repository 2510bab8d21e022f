namespace Pulumi;

/// <summary>A failure that is the user's to mend: only its message is shown, without a stack.</summary>
public class RunException : Exception
{
    /// <summary>Makes a failure.</summary>
    /// <param name="message">What is wrong and how to mend it.</param>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>Makes a failure with a cause.</summary>
    /// <param name="message">What is wrong and how to mend it.</param>
    /// <param name="innerException">The cause.</param>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
