namespace EndToEnd.Tests;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    public string All => Output + Error;

    public override string ToString() => $"$ {Command}\nexit {ExitCode}\n{Output}{Error}";
}
