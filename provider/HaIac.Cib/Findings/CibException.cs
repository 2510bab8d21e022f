using System.Diagnostics.CodeAnalysis;

namespace HaIac.Cib.Findings;

/// <summary>A CIB or a value in it could not be read.</summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "An exception without a finding would have nothing to tell.")]
public sealed class CibException : Exception
{
    /// <summary>An exception that carries a finding.</summary>
    public CibException(CibFinding finding, int? line = null, int? column = null)
        : base(finding.ToString())
    {
        Finding = finding;
        Line = line;
        Column = column;
    }

    /// <summary>What, where, why and mend.</summary>
    public CibFinding Finding { get; }

    /// <summary>The code of the finding.</summary>
    public string Code => Finding.Code;

    /// <summary>The line in the document, from 1; null when it is not about a place in a document.</summary>
    public int? Line { get; }

    /// <summary>The column in that line, from 1; null when it is not about a place in a document.</summary>
    public int? Column { get; }
}
