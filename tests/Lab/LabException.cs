namespace HaIac.Labs;

/// <summary>The lab cannot do what was asked; the message says what, where and why.</summary>
public sealed class LabException : Exception
{
    public LabException(string message)
        : base(message)
    {
    }

    public LabException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
