namespace HaIac.Cib.Fuzzing.Running;

/// <summary>The texts that inputs are made of: the seeds, and what took new branches since.</summary>
public sealed class Corpus
{
    private const int Longest = 50_000;
    private readonly List<string> _texts;

    private Corpus(List<string> texts) => _texts = texts;

    public int Count => _texts.Count;

    /// <summary>Folder of the seeds, beside the program.</summary>
    public static string SeedFolder => Path.Combine(AppContext.BaseDirectory, "Seeds");

    /// <summary>The seeds, in the order of their names.</summary>
    public static Corpus OfSeeds(string? more = null) => new(
    [
        .. new[] { SeedFolder, more }
            .OfType<string>()
            .SelectMany(folder => Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .Select(File.ReadAllText)
            .Where(text => text.Length <= Longest),
    ]);

    /// <summary>One of the texts; later ones, which went further, more often.</summary>
    public string Pick(Random random) => _texts[random.Next(2) == 0 ? random.Next(_texts.Count) : Math.Max(random.Next(_texts.Count), random.Next(_texts.Count))];

    public void Add(string text)
    {
        if (text.Length <= Longest)
        {
            _texts.Add(text);
        }
    }
}
