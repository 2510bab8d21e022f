using HaIac.Protocol.Properties;

namespace HaIac.Engine.Rendering;

/// <summary>Prints changes of values (display rules 25-29).</summary>
internal sealed class ChangePrinter
{
    private readonly ValuePrinter _printer;
    private readonly DisplayOptions _options;

    /// <summary>Prints into a printer.</summary>
    /// <param name="printer">Takes the text.</param>
    /// <param name="options">What the view shows.</param>
    public ChangePrinter(ValuePrinter printer, DisplayOptions options)
    {
        _printer = printer;
        _options = options;
    }

    /// <summary>Prints the fields of an object that changes.</summary>
    /// <param name="change">The changes; all keys count for the width, printed or not.</param>
    /// <param name="level">Level of the lines.</param>
    /// <param name="sames">Prints unchanged fields too.</param>
    /// <param name="atLeast">Width that keys have at least, for keys that are not in <paramref name="change"/>.</param>
    public void Fields(ObjectChange change, int level, bool sames, int atLeast = 0)
    {
        var width = Math.Max(atLeast, ValuePrinter.WidthOf(change.Fields.Keys));
        foreach (var (key, field) in change.Fields)
        {
            if (ValuePrinter.IsPrivate(key))
                continue;
            Change(field, level, sames, (signed, sign) => _printer.Key(key, width, signed, sign));
        }
    }

    /// <summary>Prints a changed list or map behind its title.</summary>
    /// <param name="change">The change.</param>
    /// <param name="level">Level of the line that the title is on.</param>
    public void Inner(ValueChange change, int level) => Changed(change, level, false, (_, _) => { });

    private void Change(ValueChange change, int level, bool sames, Action<int, ChangeSign> title)
    {
        switch (change.Sign)
        {
            case ChangeSign.Added:
                Whole(change.New!, level, ChangeSign.Added, title);
                break;
            case ChangeSign.Deleted:
                Whole(change.Old!, level, ChangeSign.Deleted, title);
                break;
            case ChangeSign.Same:
                if (sames && !ValuePrinter.IsEmpty(change.New))
                    Whole(change.New!, level, ChangeSign.Same, title);
                break;
            default:
                Changed(change, level, sames, title);
                break;
        }
    }

    private void Whole(WireValue value, int level, ChangeSign sign, Action<int, ChangeSign> title)
    {
        title(level, sign);
        _printer.Value(value, level, sign);
        _printer.Append("\n");
    }

    private void Changed(ValueChange change, int level, bool sames, Action<int, ChangeSign> title)
    {
        if (change.Items is { } items)
        {
            title(level, ChangeSign.Changed);
            _printer.Append("[\n");
            foreach (var (index, item) in items)
                Change(item, level + 2, true, (_, sign) => IndexTitle(index, level + 1, sign));
            _printer.Indent(level, ChangeSign.Same);
            _printer.Append("]\n");
        }
        else if (change.Fields is { } fields)
        {
            title(level, ChangeSign.Changed);
            _printer.Append("{\n");
            Fields(fields, level + 1, sames);
            _printer.Indent(level, ChangeSign.Same);
            _printer.Append("}\n");
        }
        else
        {
            Leaf(change.Old!, change.New!, level, title);
        }
    }

    private void IndexTitle(int index, int level, ChangeSign sign)
    {
        _printer.Indent(level, sign);
        _printer.Append($"[{index}]: ");
    }

    private void Leaf(WireValue old, WireValue now, int level, Action<int, ChangeSign> title)
    {
        if (_options.ShowSecrets)
            (old, now) = (Open(old), Open(now));
        if (!ValuePrinter.IsEmpty(old) && !ValuePrinter.IsEmpty(now))
        {
            switch (old, now)
            {
                case (WireText before, WireText after):
                    title(level, ChangeSign.Changed);
                    new TextChangePrinter(_printer, this, _options).Print(before.Value, after.Value, level);
                    return;
                case (WireArchive before, WireArchive after) when before.Kind == after.Kind:
                    title(level, ChangeSign.Changed);
                    Archive(before, after, level);
                    return;
                case var _ when ValuePrinter.IsPrimitive(old) && ValuePrinter.IsPrimitive(now):
                    title(level, ChangeSign.Changed);
                    _printer.Append($"{_printer.Primitive(old)} => {_printer.Primitive(now)}\n");
                    return;
            }
        }

        if (!ValuePrinter.IsEmpty(old))
            Whole(old, level, ChangeSign.Deleted, title);
        if (!ValuePrinter.IsEmpty(now))
            Whole(now, level, ChangeSign.Added, title);
    }

    private void Archive(WireArchive old, WireArchive now, int level)
    {
        var hashes = $"{ValuePrinter.Short(old.Hash)}->{ValuePrinter.Short(now.Hash)}";
        if (now.Kind != WireAssetKind.Assets)
        {
            _printer.Append($"archive({(now.Kind == WireAssetKind.Uri ? "uri" : "file")}:{hashes}) {{ {now.Content} }}\n");
            return;
        }

        _printer.Append($"archive(assets:{hashes}) {{\n");
        var members = ValueComparer.Compare(old.Assets ?? WireObject.Empty, now.Assets ?? WireObject.Empty);
        var width = ValuePrinter.WidthOf(members.Fields.Keys) + 2;
        foreach (var (name, member) in members.Fields)
        {
            // Added and deleted members stand one level deeper than changed ones; unchanged ones are left out.
            var at = member.Sign == ChangeSign.Changed ? level + 1 : level + 2;
            Change(member, at, false, (signed, sign) => _printer.Key($"\"{name}\"", width, signed, sign));
        }

        _printer.Indent(level, ChangeSign.Same);
        _printer.Append("}\n");
    }

    private static WireValue Open(WireValue value) => value is WireSecret secret ? Open(secret.Value) : value;
}
