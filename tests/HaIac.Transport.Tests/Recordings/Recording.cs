namespace HaIac.Transport.Tests.Recordings;

/// <summary>Reads the recordings of this folder, which are copied beside the tests.</summary>
internal static class Recording
{
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Recordings", name));
}
