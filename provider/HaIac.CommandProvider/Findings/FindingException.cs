namespace HaIac.CommandProvider.Findings;

/// <summary>A call cannot go on; the finding says why.</summary>
/// <param name="finding">The finding.</param>
internal sealed class FindingException(Finding finding) : Exception(finding.ToString())
{
    public Finding Finding { get; } = finding;
}
