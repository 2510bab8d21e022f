using HaIac.Operating.Findings;

namespace HaIac.Operating.Tests.Lifecycle;

/// <summary>Findings that end an operation.</summary>
internal static class Faults
{
    /// <summary>The finding that the operation ends with.</summary>
    public static async Task<FindingException> OfAsync(Func<Task> operation)
    {
        try
        {
            await operation();
        }
        catch (FindingException fault)
        {
            return fault;
        }

        throw new AssertionException("The operation went through; a finding was expected.");
    }
}
