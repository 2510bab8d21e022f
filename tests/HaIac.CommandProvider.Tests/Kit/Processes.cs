namespace HaIac.CommandProvider.Tests.Kit;

/// <summary>Looks after processes that commands start.</summary>
internal static class Processes
{
    /// <summary>Whether a process lives. One whose parent has not asked for its end yet is dead all the same.</summary>
    public static bool IsRunning(string id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id.Trim()}/stat").Split(')')[^1].TrimStart()[0] != 'Z';
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
        }
    }
}
