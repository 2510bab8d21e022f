using HaIac.Cib.Documents;
using HaIac.Cib.Fuzzing.Laws;
using HaIac.Cib.Fuzzing.Mutating;

namespace HaIac.Cib.Fuzzing.Running;

/// <summary>Makes inputs and holds the laws against them, until told to stop.</summary>
/// <param name="corpus">What inputs are made of; texts that take new branches are added.</param>
/// <param name="random">Decides everything: without a coverage map the same numbers give the same session.</param>
public sealed class FuzzSession(Corpus corpus, Random random)
{
    /// <summary>Longer texts are read, but not compared with each other.</summary>
    private const int LongestDocument = 200_000;

    /// <summary>One in so many accepted inputs is also held against the laws behind the reader, which cost far more than reading.</summary>
    private const int LibraryShare = 3;
    private readonly Mutator _mutator = new(random);
    private CibDocument _last = CibDocument.Parse("<cib/>");

    public FuzzFigures Figures { get; } = new();

    /// <summary>Called before each input with its text, after it with null.</summary>
    public Action<string?> Watch { get; init; } = static _ => { };

    /// <summary>Runs until <paramref name="goesOn"/> says no.</summary>
    /// <param name="goesOn">Asked before each input.</param>
    public void Run(Func<bool> goesOn) => Run(goesOn, null);

    internal void Run(Func<bool> goesOn, CoverageMap? coverage)
    {
        while (goesOn())
        {
            var text = _mutator.Next(corpus.Pick(random), corpus.Pick(random));
            coverage?.Begin();
            Try(text);
            if (coverage?.TookNew() == true)
            {
                corpus.Add(text);
            }
        }

        Figures.Branches = coverage?.Branches ?? 0;
        Figures.Corpus = corpus.Count;
    }

    private void Try(string text)
    {
        Figures.Inputs++;
        Figures.Characters += text.Length;
        Watch(text);
        try
        {
            if (ReaderLaws.Check(text) is { } document)
            {
                Figures.Accepted++;
                if (text.Length <= LongestDocument && Figures.Accepted % LibraryShare == 0)
                {
                    LibraryLaws.Check(document, _last);
                    _last = document;
                }
            }
        }
        catch (BrokenLawException broken)
        {
            Figures.Broken.TryAdd(broken.Law, ($"{broken.Message}\n{broken.InnerException?.StackTrace}\nthe document before:\n{_last.ToXml()}", text));
        }
        finally
        {
            Watch(null);
        }
    }
}
