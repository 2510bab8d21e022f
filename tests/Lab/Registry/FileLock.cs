using System.Diagnostics;

namespace HaIac.Labs.Registry;

/// <summary>Locks between processes that the kernel gives back when their holder dies, however it dies.</summary>
internal static class FileLock
{
    /// <summary>Takes the lock, or answers null when another process holds it. Give back by disposing.</summary>
    public static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Takes the lock, waiting for its holder.</summary>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan limit, CancellationToken ct)
    {
        long started = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (Stopwatch.GetElapsedTime(started) > limit)
            {
                throw new LabException($"The lock {path} was held by another process for {limit.TotalSeconds:0} s.");
            }

            await Task.Delay(50, ct);
        }
    }
}
