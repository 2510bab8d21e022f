namespace HaIac.Agents.Tests.Running;

/// <summary>How a program ended and what it printed.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Error, TimeSpan Elapsed)
{
    private const string Cookie = "ocf-exit-reason:";

    /// <summary>What the agent gave as reason, empty without one.</summary>
    public string Reason => Error.Split('\n').LastOrDefault(l => l.StartsWith(Cookie, StringComparison.Ordinal))?[Cookie.Length..] ?? "";

    public override string ToString() => $"exit {ExitCode} after {Elapsed.TotalSeconds:0.0} s\n{Output}{Error}";
}
