using System.Text;

namespace HaIac.Cli.Printing;

/// <summary>Questions in a terminal.</summary>
internal static class Prompt
{
    /// <summary>Asks until one of the answers is given; an empty line is the default.</summary>
    /// <param name="host">The terminal.</param>
    /// <param name="question">The question.</param>
    /// <param name="answers">What can be answered; the first letters do.</param>
    /// <param name="byDefault">What an empty line or the end of the input means.</param>
    public static string Choose(CliHost host, string question, IReadOnlyList<string> answers, string byDefault)
    {
        while (true)
        {
            host.Out.Write($"{question} {string.Join(" / ", answers.Select(answer => answer == byDefault ? $"[{answer}]" : answer))}: ");
            host.Out.Flush();
            var line = Read(host, host.In.ReadLine)?.Trim() ?? byDefault;
            var chosen = line.Length == 0 ? byDefault : answers.FirstOrDefault(answer => answer.StartsWith(line, StringComparison.OrdinalIgnoreCase));
            if (chosen is not null)
                return chosen;
            host.Out.WriteLine($"\"{line}\" is none of {string.Join(", ", answers)}.");
        }
    }

    /// <summary>Asks for a text that is not shown while it is typed.</summary>
    /// <param name="host">The terminal.</param>
    /// <param name="question">The question.</param>
    public static string? Secret(CliHost host, string question)
    {
        host.Error.Write(question);
        if (!ReferenceEquals(host.In, Console.In) || Console.IsInputRedirected)
            return Read(host, host.In.ReadLine);
        return Read(host, () => ReadHidden(host));
    }

    /// <summary>Reading blocks its thread; Ctrl-C must still end the command, and give the lock of the stack back.</summary>
    private static string? Read(CliHost host, Func<string?> read)
    {
        var reading = Task.Run(read);
        reading.Wait(host.Interrupts.Stop);
        return reading.Result;
    }

    private static string ReadHidden(CliHost host)
    {
        var text = new StringBuilder();
        for (var key = Console.ReadKey(true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(true))
        {
            if (key.Key == ConsoleKey.Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else
                text.Append(key.KeyChar);
        }

        host.Error.WriteLine();
        return text.ToString();
    }
}
