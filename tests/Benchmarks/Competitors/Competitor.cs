using HaIac.Labs;

namespace Benchmarks.Competitors;

/// <summary>Another way to bring the same content into a cluster. What it prepares is not measured; what it writes is.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Script">The shell script that runs on a node.</param>
internal abstract record Competitor(string Name, string Script)
{
    /// <summary>Puts what the script reads on the node.</summary>
    public abstract Task PrepareAsync(LabNode node);
}
