using DiffPlex;
using DiffPlex.Chunkers;

namespace HaIac.Engine.Rendering;

/// <summary>Prints how a text changes (display rule 27): as documents, on one line, or line by line.</summary>
internal sealed class TextChangePrinter
{
    private const int Context = 2;

    private readonly ValuePrinter _printer;
    private readonly ChangePrinter _changes;
    private readonly DisplayOptions _options;

    /// <summary>Prints into a printer; the title is there already.</summary>
    /// <param name="printer">Takes the text.</param>
    /// <param name="changes">Prints changes inside documents.</param>
    /// <param name="options">What the view shows.</param>
    public TextChangePrinter(ValuePrinter printer, ChangePrinter changes, DisplayOptions options)
    {
        _printer = printer;
        _changes = changes;
        _options = options;
    }

    /// <summary>Prints the change.</summary>
    /// <param name="old">Before.</param>
    /// <param name="now">After.</param>
    /// <param name="level">Level of the line that the title is on.</param>
    public void Print(string old, string now, int level)
    {
        if (Documents(old, now, level))
            return;
        if (!old.Contains('\n', StringComparison.Ordinal) && !now.Contains('\n', StringComparison.Ordinal))
        {
            _printer.Append($"{QuotedText.Quote(old)} => {QuotedText.Quote(now)}\n");
            return;
        }

        _printer.Append("\n");
        Lines(old, now, level + 1);
    }

    private bool Documents(string old, string now, int level)
    {
        if (EmbeddedDocument.Find(old) is not { } before || EmbeddedDocument.Find(now) is not { } after)
            return false;
        var change = ValueComparer.Compare(before.Value, after.Value);
        if (change.Sign == ChangeSign.Same)
        {
            _printer.Append($"{QuotedText.Quote(old)} => {QuotedText.Quote(now)}\n");
            return true;
        }

        _printer.Append(before.Kind == after.Kind ? $"({before.Kind}) " : $"({before.Kind} => {after.Kind}) ");
        _changes.Inner(change, level);
        return true;
    }

    private void Lines(string old, string now, int level)
    {
        // A line without its end differs from the same line with one, so the ends stay on.
        var diff = new Differ().CreateDiffs(old, now, ignoreWhiteSpace: false, ignoreCase: false, new LineEndingsPreservingChunker());
        var at = 0;
        for (var i = 0; i <= diff.DiffBlocks.Count; i++)
        {
            var block = i < diff.DiffBlocks.Count ? diff.DiffBlocks[i] : null;
            var end = block?.DeleteStartA ?? diff.PiecesOld.Count;
            Unchanged([.. diff.PiecesOld.Skip(at).Take(end - at)], i == 0, block is null, level);
            if (block is null)
                break;
            foreach (var line in diff.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA))
                Line(line, ChangeSign.Deleted, level);
            foreach (var line in diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB))
                Line(line, ChangeSign.Added, level);
            at = block.DeleteStartA + block.DeleteCountA;
        }
    }

    private void Unchanged(string[] lines, bool first, bool last, int level)
    {
        var before = first ? 0 : Context;
        var after = last ? 0 : Context;

        // One line of dots in place of one line would save nothing.
        if (lines.Length <= before + after + 1)
        {
            before = lines.Length;
            after = 0;
        }

        foreach (var line in lines.Take(before))
            Line(line, ChangeSign.Same, level);
        if (before + after < lines.Length)
            Line("...", ChangeSign.Same, level);
        foreach (var line in lines.Skip(lines.Length - after))
            Line(line, ChangeSign.Same, level);
    }

    private void Line(string line, ChangeSign sign, int level)
    {
        var text = line.TrimEnd('\r', '\n');
        if (text.Length == 0)
            return;
        _printer.Indent(level, sign);
        _printer.Append((_options.CutsTexts ? QuotedText.CutLine(text) : text) + "\n");
    }
}
