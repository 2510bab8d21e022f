using System.Text;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;

namespace HaIac.Cib.Fuzzing.Laws;

/// <summary>What holds for every text that the reader gets.</summary>
public static class ReaderLaws
{
    private const int LongestMessage = 2000;

    /// <summary>What reading may allocate: ten times the size of the text as UTF-8, and 50 MB.</summary>
    /// <remarks>Counted is all that is allocated, garbage included, so what is held at any time is less; and no host or collector makes a difference.</remarks>
    public static long AllowedBytes(string text) => (10L * Encoding.UTF8.GetByteCount(text)) + 50_000_000;

    /// <summary>Reads the text and checks all laws; gives the document, or null when it was refused.</summary>
    /// <exception cref="BrokenLawException">A law does not hold.</exception>
    public static CibDocument? Check(string text)
    {
        var (document, refusal) = Read(text);
        CheckAgainstReference(text, document, refusal);
        if (document is not null)
        {
            CheckRoundTrip(document);
        }

        return document;
    }

    private static (CibDocument? Document, CibException? Refusal) Read(string text)
    {
        CibDocument? document = null;
        CibException? refusal = null;
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            document = CibDocument.Parse(text);
        }
        catch (CibException fault)
        {
            refusal = fault;
        }
        catch (Exception fault)
        {
            throw new BrokenLawException("reading throws nothing but CibException", fault.GetType().Name, fault);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Hold(allocated <= AllowedBytes(text), "memory stays below 10 x the input + 50 MB", $"{allocated} bytes for {text.Length} characters");
        if (refusal is not null)
        {
            CheckRefusal(text, refusal);
        }

        return (document, refusal);
    }

    private static void CheckRefusal(string text, CibException refusal)
    {
        var lines = text.Count(static c => c is '\n' or '\r') + 1;
        Hold(refusal.Line >= 1 && refusal.Line <= lines && refusal.Column >= 1 && refusal.Column <= text.Length + 1, "a fault has a place in the text", $"line {refusal.Line}, column {refusal.Column}");
        Hold(refusal.Message.Length < LongestMessage, "a message does not repeat the input", $"{refusal.Message.Length} characters");
        Hold(
            refusal.Code is CibFindingCodes.NotXml or CibFindingCodes.TooLarge or CibFindingCodes.DocumentType or CibFindingCodes.NotCib,
            "a refusal has a code of the reader",
            refusal.Code);
    }

    private static void CheckAgainstReference(string text, CibDocument? document, CibException? refusal)
    {
        // Limits are ours alone.
        if (refusal?.Code == CibFindingCodes.TooLarge)
        {
            return;
        }

        // System.Xml takes any words for an encoding when it reads from text; XML has rules for its name.
        if (refusal?.Finding.What.StartsWith("The XML declaration has encoding=", StringComparison.Ordinal) == true)
        {
            return;
        }

        var reference = ReferenceReading.Read(text, out var why);
        var accepts = document is not null || refusal!.Code == CibFindingCodes.NotCib;
        Hold(
            accepts == reference is not null,
            "what is accepted is what System.Xml accepts",
            accepts ? $"ours accepts, the other says: {why}" : $"the other accepts, ours says: {refusal!.Finding.What} ({refusal.Finding.Where})");
        if (document is not null)
        {
            var ours = TreeText.Of(document);
            Hold(ours == reference, "what is read is what System.Xml reads", TreeText.FirstDifference(ours, reference!));
        }
    }

    private static void CheckRoundTrip(CibDocument document)
    {
        var written = document.ToXml();
        CibDocument again;
        try
        {
            again = CibDocument.Parse(written);
        }
        catch (CibException fault)
        {
            // A document without layout can have more nodes for its length than one with it, never the other way round.
            throw new BrokenLawException("what is written can be read", fault.Finding.What, fault);
        }

        Hold(again.DeepEquals(document), "reading what was written gives the same document", "trees differ");
        Hold(again.ToXml() == written, "writing again gives the same text", "texts differ");
    }

    private static void Hold(bool holds, string law, string detail)
    {
        if (!holds)
        {
            throw new BrokenLawException(law, detail);
        }
    }
}
