namespace EndToEnd.Tests;

/// <summary>A file system of a few hundred kilobytes, to run out of space on.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Mounts one; null where the host does not allow it.</summary>
    public static async Task<SmallDisk?> MountAsync(string folder)
    {
        var mount = await CommandLine.RunAsync("mount", ["-t", "tmpfs", "-o", "size=512k", "haiac-small", folder], "/");
        return mount.ExitCode == 0 ? new SmallDisk(folder) : null;
    }

    /// <summary>Takes all the space that is left.</summary>
    public void Fill()
    {
        // Unbuffered, so that nothing is left to be written when the file is closed.
        using var file = new FileStream(Filler, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[1024]);
            }
        }
        catch (IOException)
        {
            // Full, which is what was wanted.
        }
    }

    /// <summary>Gives the space back.</summary>
    public void Empty() => File.Delete(Filler);

    public async ValueTask DisposeAsync() => await CommandLine.RunAsync("umount", [_folder], "/");
}
