namespace HaIac.Engine.Launching;

/// <summary>A program or plugin could not be started.</summary>
public sealed class LaunchException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened and why, in one sentence.</param>
    /// <param name="mend">What the user can do about it, in one sentence.</param>
    /// <param name="inner">The cause.</param>
    public LaunchException(string message, string mend, Exception? inner = null)
        : base(message, inner)
    {
        Mend = mend;
    }

    /// <summary>What the user can do about it.</summary>
    public string Mend { get; }
}
