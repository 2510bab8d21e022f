namespace HaIac.Cib.Reading;

/// <summary>The line <c>&lt;?xml version="1.0"?&gt;</c> at the head of a text: checked and left out, because it says nothing about the content.</summary>
internal static class XmlDeclaration
{
    /// <summary>Steps over the declaration if it comes next.</summary>
    public static void Skip(XmlScanner scanner)
    {
        var start = scanner.At;
        if (!scanner.Sees("<?xml ") && !scanner.Sees("<?xml\t") && !scanner.Sees("<?xml\r") && !scanner.Sees("<?xml\n"))
        {
            return;
        }

        scanner.Takes("<?xml");
        // The three come in this order; the first must be there.
        var known = 0;
        while (true)
        {
            var parted = scanner.TakesBlanks();
            if (scanner.Takes("?>"))
            {
                break;
            }

            var at = scanner.At;
            var name = parted ? scanner.Name("a part of the XML declaration") : throw scanner.Fault("The XML declaration is not closed; \"?>\" should stand here.");
            scanner.TakesBlanks();
            var value = scanner.Takes('=') ? Value(scanner, name) : throw scanner.Fault($"{ReadFault.Shown(name)} in the XML declaration has no value.");
            var place = name switch { "version" => 1, "encoding" => 2, "standalone" => 3, _ => 0 };
            if (place <= known || (known == 0 && place != 1) || !IsAccepted(name, value))
            {
                throw scanner.Fault(
                    $"The XML declaration has {ReadFault.Shown(name)}=\"{ReadFault.Shown(value)}\" here; it is version=\"1.0\", then encoding and standalone (yes or no) if at all.",
                    at);
            }

            known = place;
        }

        if (known == 0)
        {
            throw scanner.Fault("The XML declaration says no version.", start);
        }
    }

    private static string Value(XmlScanner scanner, string name)
    {
        scanner.TakesBlanks();
        var start = scanner.At;
        var value = scanner.AttributeValue(name);
        // The two quotes and the value as it is: references have no place here.
        return scanner.At - start == value.Length + 2 ? value : throw scanner.Fault($"{ReadFault.Shown(name)} in the XML declaration holds a reference.", start);
    }

    private static bool IsAccepted(string name, string value) => name switch
    {
        "version" => value == "1.0",
        "encoding" => value.Length > 0 && char.IsAsciiLetter(value[0]) && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-'),
        _ => value is "yes" or "no",
    };
}
