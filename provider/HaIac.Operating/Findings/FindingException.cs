using HaIac.Operating.Lifecycle;

namespace HaIac.Operating.Findings;

/// <summary>A call cannot do what it was asked for, and the user can mend that.</summary>
internal sealed class FindingException(Finding finding) : Exception(finding.ToString())
{
    /// <summary>What, where, why and mend.</summary>
    public Finding Finding => finding;

    /// <summary>What an operation on a service had done until then; null where none was under way.</summary>
    public OperationReport? Report { get; init; }
}
