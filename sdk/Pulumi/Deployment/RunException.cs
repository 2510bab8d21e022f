namespace Pulumi;

/// <summary>A failure that is the user's to mend: only its message is shown, without a stack.</summary>
public class RunException : Exception
{
    /// <summary>Makes a failure that is shown as its message alone.</summary>
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

    /// <summary>The failure of a stack class whose properties marked as outputs are of other types.</summary>
    /// <param name="outputAttributeNames">Names of the properties.</param>
    /// <returns>The failure, to be thrown.</returns>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
    {
        ArgumentNullException.ThrowIfNull(outputAttributeNames);
        var names = string.Join(", ", outputAttributeNames.Select(n => $"'{n}'"));
        return new RunException($"Output(s) {names} have incorrect type. [Output] attributed properties must be instances of Output<T>.");
    }
}
