using System.Collections.Immutable;

namespace HaIac.Engine.Launching;

/// <summary>What is started: a file and its arguments.</summary>
/// <param name="File">Path of the executable, or a bare name to be found on PATH.</param>
/// <param name="Arguments">Arguments, unquoted.</param>
public sealed record CommandLine(string File, ImmutableArray<string> Arguments)
{
    /// <summary>A command line of a file and arguments.</summary>
    public static CommandLine Of(string file, params string[] arguments) => new(file, [.. arguments]);

    /// <summary>The same command with further arguments at the end.</summary>
    public CommandLine With(params string[] arguments) => this with { Arguments = Arguments.AddRange(arguments) };

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Arguments.Prepend(File));
}
