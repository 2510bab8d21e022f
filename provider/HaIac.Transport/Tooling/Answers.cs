using System.Xml;
using System.Xml.Linq;
using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tooling;

/// <summary>Turns what tools print into documents, or says that it is none.</summary>
internal static class Answers
{
    // Agents declare a document type that names a file nobody has; it is skipped, never loaded.
    private static readonly XmlReaderSettings Hardened = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = TransportDefaults.OutputLimit,
    };

    /// <summary>The CIB in an answer.</summary>
    public static CibDocument Document(string text, Command command, CommandResult result)
    {
        try
        {
            return CibDocument.Parse(text);
        }
        catch (CibException fault)
        {
            throw NotUnderstood(command, result, fault.Finding.What, fault);
        }
    }

    /// <summary>The root element of an answer.</summary>
    public static XElement Element(string text, Command command, CommandResult result)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Hardened);
            return XElement.Load(reader);
        }
        catch (XmlException fault)
        {
            throw NotUnderstood(command, result, fault.Message, fault);
        }
    }

    /// <summary>The finding for an answer that is not what the tool should print.</summary>
    public static TransportException NotUnderstood(Command command, CommandResult result, string why, Exception? fault = null) =>
        new(
            TransportFailure.BadAnswer,
            $"{command} ended well, but its answer is not what this tool prints.",
            RunFailures.Where(command, result.Node),
            why,
            "Run the command by hand there. If its output is right, this is a bug in HaIac: please report it with Pacemaker's version.",
            fault)
        {
            Command = command.ToString(),
            Node = result.Node,
            Exit = new CrmExit(result.ExitCode),
            ErrorLines = result.FirstErrorLines(),
        };
}
