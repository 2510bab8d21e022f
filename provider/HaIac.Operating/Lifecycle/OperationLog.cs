using HaIac.Operating.Findings;
using HaIac.Operating.Reporting;

namespace HaIac.Operating.Lifecycle;

/// <summary>Collects what one operation does.</summary>
/// <param name="operation">Its name.</param>
/// <param name="service">The service.</param>
/// <param name="progress">Is told each step, and what is waited for.</param>
internal sealed class OperationLog(string operation, string service, Action<string> progress)
{
    private readonly List<OperationStep> _steps = [];
    private readonly List<string> _erased = [];
    private readonly List<Finding> _warnings = [];

    /// <summary>Something was done, or found to be so already.</summary>
    public void Did(string name, string text, bool changed = true)
    {
        _steps.Add(new(name, text, changed));
        progress(text);
    }

    /// <summary>A cleanup is about to erase this.</summary>
    public void Erases(string failure) => _erased.Add(failure);

    /// <summary>Something the user should know.</summary>
    public void Warn(Finding finding) => _warnings.Add(finding);

    /// <summary>What is going on just now.</summary>
    public void Tell(string text) => progress(text);

    /// <summary>The report until now.</summary>
    public OperationReport Report(ServiceReport? after = null) =>
        new() { Operation = operation, Service = service, Steps = [.. _steps], Erased = [.. _erased], Warnings = [.. _warnings], After = after };
}
