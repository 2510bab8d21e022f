using System.Text.Json;

namespace EndToEnd.Writers;

/// <summary>The program's lines on standard output: the kind of record, a blank, the record as JSON.</summary>
public static class Report
{
    private static readonly Lock s_line = new();

    public static void Print<T>(T record)
    {
        lock (s_line)
        {
            Console.Out.WriteLine($"{typeof(T).Name} {JsonSerializer.Serialize(record)}");
        }
    }

    /// <summary>The records of one kind in what a program printed.</summary>
    public static IEnumerable<T> Read<T>(string output) =>
        from line in output.Split('\n')
        where line.StartsWith($"{typeof(T).Name} ", StringComparison.Ordinal)
        select JsonSerializer.Deserialize<T>(line[(typeof(T).Name.Length + 1)..])!;
}
