namespace HaIac.Engine.State;

/// <summary>Writes a file so that at every moment, after a crash and on a full disk too, its name holds the old content or the new one.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file: temporary file beside it, flushed to the disk, then renamed over it.</summary>
    /// <param name="path">The file; its folder is made if need be.</param>
    /// <param name="content">New content.</param>
    /// <param name="backup">Name under which the old content stays; null for nowhere.</param>
    /// <exception cref="StateException">The disk is full or the folder may not be written; the old file is intact.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content, string? backup = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            // Replace links the old content to the backup name before it renames, so there is no moment without the file.
            if (backup is not null && File.Exists(path))
                File.Replace(temporary, path, backup, ignoreMetadataErrors: true);
            else
                File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(temporary);
            throw new StateException(
                "HAI1120",
                "File cannot be written",
                "Saving failed; the file still has its previous content.",
                path,
                exception.Message,
                "Make room on the disk or make the folder writable, then run the command again.",
                exception);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Nothing more can be done, and the fault that brought us here says more than this one.
        }
    }
}
