namespace HaIac.Engine.Launching;

/// <summary>A program or plugin could not be started; the message says what and why in one sentence.</summary>
public sealed class LaunchException : Exception
{
    /// <summary>Creates the exception.</summary>
    public LaunchException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
