namespace HaIac.Operating.Reporting;

/// <summary>An option of the cluster and the value in force.</summary>
/// <param name="Name">Its name in the CIB.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsSet">Whether somebody set it; false: it is Pacemaker's default.</param>
internal sealed record ReportedOption(string Name, string Value, bool IsSet);
