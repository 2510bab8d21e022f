namespace HaIac.Cli.Tests;

/// <summary>What a command left behind on its outputs.</summary>
internal sealed record CommandResult(int Exit, string Out, string Error);
