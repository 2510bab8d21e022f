namespace HaIac.Transport.Tests;

/// <summary>The exception that an action throws; the test fails if it throws none or another one.</summary>
internal static class Thrown
{
    public static async Task<T> ByAsync<T>(Func<Task> action)
        where T : Exception =>
        (await Assert.ThrowsAsync<T>(() => action()))!;
}
