namespace Conformance.Tests;

/// <summary>The deviations of one run, and which of them the recording really shows.</summary>
internal sealed class AppliedDeviations(Deviation[] deviations)
{
    private readonly HashSet<Deviation> _used = [];

    public IEnumerable<string> Unused => deviations.Except(_used).Select(d => $"{d.Reason} ({d.Recorded})");

    public string Apply(string line)
    {
        foreach (var deviation in deviations)
        {
            var changed = deviation.Apply(line);
            if (changed != line)
            {
                _used.Add(deviation);
                line = changed;
            }
        }

        return line;
    }
}
