namespace HaIac.Engine;

/// <summary>The text for a broken promise of our own code, apart from faults of users, programs and plugins.</summary>
internal static class EngineBug
{
    /// <summary>Text of a finding.</summary>
    public static string Text(Exception e, string where) => EngineFinding.Text(
        "HAI1500",
        "Bug in HaIac",
        $"The engine met a state that it does not expect: {e.GetType().Name}: {e.Message}",
        where,
        "This is a fault of the engine, not of the program.",
        "Report it with this text; the saved state is consistent, so running the command again is safe.");
}
