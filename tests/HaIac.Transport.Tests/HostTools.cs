using HaIac.Transport.Running;

namespace HaIac.Transport.Tests;

/// <summary>Skips a test, with the reason, where the programs it needs are not installed.</summary>
internal static class HostTools
{
    private static readonly ProgramFinder Programs = ProgramFinder.OfThisHost();

    public static void Require(params string[] programs)
    {
        var missing = programs.Where(p => Programs.Find(p) is null).ToList();
        if (missing.Count > 0)
        {
            Assert.Ignore($"not installed on this host: {string.Join(", ", missing)}");
        }
    }

    public static string PathOf(string program) => Programs.Find(program) ?? throw new InvalidOperationException($"no {program}");
}
