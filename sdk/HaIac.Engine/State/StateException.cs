namespace HaIac.Engine.State;

/// <summary>State, project or configuration cannot be read or written. The message is for the user.</summary>
public sealed class StateException : Exception
{
    /// <summary>A fault in the form what, where, why, mend.</summary>
    /// <param name="code">Number of the message, such as <c>HAI1101</c>.</param>
    /// <param name="summary">What kind of fault; the same text for each code, without names.</param>
    /// <param name="what">What happened.</param>
    /// <param name="where">File, stack or resource.</param>
    /// <param name="why">The reason; null if it is in <paramref name="what"/>.</param>
    /// <param name="mend">What the user can do.</param>
    /// <param name="inner">The cause.</param>
    public StateException(string code, string summary, string what, string? where, string? why, string? mend, Exception? inner = null)
        : base(Finding(code, summary, what, where, why, mend), inner)
    {
        Code = code;
    }

    /// <summary>Number of the message.</summary>
    public string Code { get; }

    /// <summary>Exit code of the command that meets this fault.</summary>
    public int ExitCode { get; init; } = 1;

    private static string Finding(string code, string summary, string what, string? where, string? why, string? mend)
    {
        var lines = new List<string> { $"{code}: {summary}" };
        Add("what", what);
        Add("where", where);
        Add("why", why);
        Add("mend", mend);
        return string.Join('\n', lines);

        void Add(string name, string? text)
        {
            if (!string.IsNullOrEmpty(text))
                lines.Add($"  {name,-6} {text}");
        }
    }
}
