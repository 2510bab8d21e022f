namespace HaIac.Transport.Running;

/// <summary>A program as somebody else's: nothing is added to it, unlike to a <see cref="Command"/> of the cluster's tools.</summary>
public sealed record ProgramStart
{
    /// <summary>Path of the program, or a name that is looked up in the search path.</summary>
    public required string Program { get; init; }

    /// <summary>Its arguments, each one word for the program whatever characters it holds.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The folder it runs in; null: that of this process.</summary>
    public string? Directory { get; init; }

    /// <summary>Environment variables that differ from those of this process; null takes one away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();
}
