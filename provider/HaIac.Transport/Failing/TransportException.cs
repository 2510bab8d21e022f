using HaIac.Cib.Values;
using System.Text;

namespace HaIac.Transport.Failing;

/// <summary>
/// The cluster could not be read or written: says what failed, where, why and how to mend it.
/// </summary>
/// <remarks>The message never holds a whole CIB and never a secret: the input of a command is not part of it.</remarks>
public sealed class TransportException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="kind">What kind of failure it is; fixes code and summary.</param>
    /// <param name="what">What was asked for and what came instead, one sentence.</param>
    /// <param name="where">The cluster address, node and command concerned.</param>
    /// <param name="why">The cause as far as it is known.</param>
    /// <param name="mend">What the reader can do about it.</param>
    /// <param name="innerException">The exception behind it; null if there is none.</param>
    public TransportException(
        TransportFailure kind, string what, string where, string why, string mend, Exception? innerException = null)
        : base(null, innerException)
    {
        Kind = kind;
        What = what;
        Where = where;
        Why = why;
        Mend = mend;
    }

    /// <summary>What kind of failure it is.</summary>
    public TransportFailure Kind { get; }

    /// <summary>The code of the message, for example <c>HAI4002</c>.</summary>
    public string Code => Kind.Code;

    /// <summary>The fixed summary that belongs to the code.</summary>
    public string Summary => Kind.Summary;

    /// <summary>What was asked for and what came instead.</summary>
    public string What { get; }

    /// <summary>The cluster address, node and command concerned.</summary>
    public string Where { get; }

    /// <summary>The cause as far as it is known.</summary>
    public string Why { get; }

    /// <summary>What the reader can do about it.</summary>
    public string Mend { get; }

    /// <summary>The command that failed, without its input; null if no command was run.</summary>
    public string? Command { get; init; }

    /// <summary>The node or host the command ran on; null for this host.</summary>
    public string? Node { get; init; }

    /// <summary>The exit status of the command; null if it did not end by itself or was not run.</summary>
    public CrmExit? Exit { get; init; }

    /// <summary>The first lines that the command wrote to its standard error.</summary>
    public ValueList<string> ErrorLines { get; init; } = [];

    /// <summary>True if the command may have had its effect although no answer came back.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The whole finding: code, summary, what, where, why, mend.</summary>
    public override string Message
    {
        get
        {
            var text = new StringBuilder($"{Code}: {Summary}");
            Append(text, "what", What);
            Append(text, "where", Where);
            Append(text, "why", Why);
            Append(text, "mend", Mend);
            return text.ToString();
        }
    }

    private static void Append(StringBuilder text, string label, string value)
    {
        text.Append("\n  ").Append(label.PadRight(7)).Append(value.Replace("\n", "\n         ", StringComparison.Ordinal));
    }
}
