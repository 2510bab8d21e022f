using HaIac.Cib.Values;

namespace HaIac.Transport.Running;

/// <summary>A program to run: a list of arguments, never a line for a shell.</summary>
public sealed record Command
{
    /// <summary>Name of the program.</summary>
    public required string Program { get; init; }

    /// <summary>The program that must be there for the command to make sense; null: <see cref="Program"/> itself.</summary>
    public string? Tool { get; init; }

    /// <summary>Its arguments, each one word for the program whatever characters it holds.</summary>
    public ValueList<string> Arguments { get; init; } = [];

    /// <summary>What it reads from standard input; null: nothing.</summary>
    public string? Input { get; init; }

    /// <summary>Environment variables it gets besides the usual ones.</summary>
    public ValueList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>How long it may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How many bytes it may write.</summary>
    public int OutputLimit { get; init; } = TransportDefaults.OutputLimit;

    /// <summary>True if it changes the cluster: then it is not repeated on another host when a connection breaks, and it needs quorum.</summary>
    public bool ChangesCluster { get; init; }

    /// <summary>Called with each whole line of standard output as it comes, without its end; must not throw. Null: nobody listens.</summary>
    public Action<string>? Heard { get; init; }

    /// <summary>What the command is called in messages; empty: program and arguments.</summary>
    public string Title { get; init; } = "";

    /// <summary>The command as it is shown in messages, without input and environment.</summary>
    public override string ToString() =>
        Title.Length > 0 ? Title : Arguments.Count == 0 ? Program : $"{Program} {string.Join(' ', Arguments)}";
}
