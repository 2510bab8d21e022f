using System.Diagnostics;
using System.Globalization;
using System.Text;
using EndToEnd.Writers;

namespace EndToEnd.Tests.Writing;

/// <summary>A process with one or more of our writers that share a committer.</summary>
internal sealed class WriterProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(12);
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "EndToEnd.Writers.dll");

    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly Process _process;
    private int _writes;

    private WriterProcess(string address, int rounds, IEnumerable<string> writers)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Program, address, rounds.ToString(CultureInfo.InvariantCulture), .. writers]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>How many writes have been answered so far.</summary>
    public int Writes => Volatile.Read(ref _writes);

    public string Errors => _errors.ToString();

    /// <summary>Starts a process.</summary>
    /// <param name="address">The cluster.</param>
    /// <param name="rounds">How many rounds of ten writes each writer makes.</param>
    /// <param name="writers">OPTION=WRITER for each.</param>
    public static WriterProcess Start(string address, int rounds, params IEnumerable<string> writers) => new(address, rounds, writers);

    /// <summary>What it printed, once it has ended by itself.</summary>
    public async Task<string> FinishAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            throw new TimeoutException($"Writers did not end within {Limit}:\n{_output}\n{_errors}");
        }

        var exit = _process.ExitCode;
        _process.Dispose();
        return exit == 0 ? _output.ToString() : throw new InvalidOperationException($"Writers ended with {exit}:\n{_output}\n{_errors}");
    }

    private void Take(string? line)
    {
        _output.AppendLine(line);
        if (line?.StartsWith(nameof(WriteRecord), StringComparison.Ordinal) == true)
        {
            Interlocked.Increment(ref _writes);
        }
    }
}
