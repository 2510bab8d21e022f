namespace HaIac.Labs.Commands;

/// <summary>What a command answered.</summary>
/// <param name="Where">The node's name, or "host".</param>
/// <param name="Command">The command as a person would type it.</param>
/// <param name="ExitCode">Exit code, 0 for success.</param>
/// <param name="StandardOutput">All of standard output.</param>
/// <param name="StandardError">All of standard error.</param>
public sealed record CommandResult(string Where, string Command, int ExitCode, string StandardOutput, string StandardError)
{
    /// <summary>Whether the exit code is 0.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Standard output of a command that succeeded.</summary>
    /// <exception cref="LabException">The command failed; the message holds what it said.</exception>
    public string EnsureSuccess()
    {
        if (!Succeeded)
        {
            throw new LabException($"'{Command}' on {Where} ended with exit code {ExitCode}: {Said()}");
        }

        return StandardOutput;
    }

    private string Said()
    {
        string said = (StandardError.Trim() + "\n" + StandardOutput.Trim()).Trim();
        return said.Length == 0 ? "it said nothing" : said[^Math.Min(said.Length, 2000)..];
    }
}
