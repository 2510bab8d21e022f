namespace HaIac.Agents.Tests.Running;

/// <summary>One process as the kernel shows it.</summary>
internal sealed record ProcessEntry(int Pid, int Parent, int Session, char State)
{
    public IReadOnlyList<string> Arguments => Split("cmdline");

    public IReadOnlyList<string> Variables => Split("environ");

    /// <summary>User id that the process runs as.</summary>
    public int User => int.Parse(
        File.ReadLines($"/proc/{Pid}/status").First(l => l.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2]);

    /// <summary>The processes that are alive now.</summary>
    public static IEnumerable<ProcessEntry> All() =>
        Directory.EnumerateDirectories("/proc")
            .Select(d => int.TryParse(Path.GetFileName(d), out var pid) ? Read(pid) : null)
            .OfType<ProcessEntry>();

    /// <summary>The process, or null when it is dead, buried or not.</summary>
    public static ProcessEntry? Read(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : new ProcessEntry(pid, int.Parse(fields[1]), int.Parse(fields[3]), fields[0][0]);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static bool IsAlive(int pid) => Read(pid) is not null;

    public static Task SignalAsync(int pid, string signal) => Programs.RunAsync("/bin/kill", ["-s", signal, $"{pid}"]);

    private string[] Split(string file) => File.ReadAllText($"/proc/{Pid}/{file}").Split('\0', StringSplitOptions.None)[..^1];
}
