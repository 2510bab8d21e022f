using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Virtual;

/// <summary>The directory of a virtual cluster: one CIB file that is only ever replaced as a whole, and a lock for its writers.</summary>
/// <param name="directory">The directory, absolute.</param>
/// <param name="address">The cluster's address, for messages.</param>
/// <param name="settings">How long to wait for the lock, and the clock.</param>
internal sealed class ClusterStore(string directory, string address, TransportSettings settings)
{
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(15);

    /// <summary>The folder of all that the nodes hold beside the CIB.</summary>
    public string Nodes { get; } = Path.Combine(directory, "nodes");

    /// <summary>The CIB file.</summary>
    public string File { get; } = Path.Combine(directory, "cib.xml");

    private string LockFile => Path.Combine(directory, "lock");

    /// <summary>True if the cluster has been created.</summary>
    public bool Exists => System.IO.File.Exists(File);

    /// <summary>Reads the CIB. No lock is needed: the file is always whole.</summary>
    public async Task<CibDocument> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return CibDocument.Parse(await System.IO.File.ReadAllTextAsync(File, cancellationToken).ConfigureAwait(false));
        }
        catch (CibException fault)
        {
            throw Unusable(
                $"{File} is no CIB: {fault.Finding.What}",
                "Somebody changed the file by hand, or it is from another program.",
                "Restore the file, or remove the directory to start with a new virtual cluster.",
                fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unusable($"{File} cannot be read.", fault.Message, "Give this user the right to read it.", fault);
        }
    }

    /// <summary>Replaces the CIB. A crash leaves the old file or the new one, never a part.</summary>
    public void Write(CibDocument cib)
    {
        var next = Path.Combine(directory, $"cib.{Environment.ProcessId}.next");
        try
        {
            using (var stream = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
            using (var writer = new StreamWriter(stream))
            {
                writer.Write(cib.ToXml());
                writer.Flush();
                stream.Flush(flushToDisk: true);
            }

            System.IO.File.Move(next, File, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Discard(next);
            throw Unusable(
                $"The changed CIB could not be written to {directory}. The file there still holds the CIB as it was.",
                fault.Message,
                "Free space on that disk, or give this user the right to write there, and run again.",
                fault);
        }
    }

    /// <summary>Writes a document for a tool to work on, beside the CIB. The caller deletes it with <see cref="Discard"/>.</summary>
    public string WriteWorkingCopy(CibDocument cib)
    {
        var copy = Path.Combine(directory, $"cib.{Environment.ProcessId}.{Guid.NewGuid():n}.work");
        try
        {
            System.IO.File.WriteAllText(copy, cib.ToXml());
            return copy;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Discard(copy);
            throw Unusable(
                $"A working copy of the CIB could not be written to {directory}.",
                fault.Message,
                "Free space on that disk, or give this user the right to write there, and run again.",
                fault);
        }
    }

    /// <summary>Reads a working copy after a tool changed it.</summary>
    public static CibDocument ReadWorkingCopy(string copy) => CibDocument.Parse(System.IO.File.ReadAllText(copy));

    /// <summary>Removes a temporary file; what cannot be removed stays and does no harm.</summary>
    public static void Discard(string file)
    {
        try
        {
            System.IO.File.Delete(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>
    /// Waits until no other process changes the cluster, and keeps others out until the result is disposed. It is the lock of flock(1), so
    /// that <c>flock DIR/lock env CIB_file=DIR/cib.xml cibadmin …</c> fits in.
    /// </summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        CreateDirectory();
        var started = settings.Clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException fault)
            {
                throw Unusable($"{LockFile} cannot be opened.", fault.Message, "Give this user the right to write to the directory.", fault);
            }
            catch (IOException) when (settings.Clock.GetElapsedTime(started) < settings.LockTimeout)
            {
                await Task.Delay(LockPoll, settings.Clock, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException fault)
            {
                throw Unusable(
                    $"{LockFile} stayed locked for {settings.LockTimeout.TotalSeconds:0} s.",
                    "Another process is changing this virtual cluster and does not come to an end.",
                    "Wait for it or end it; the lock goes away with the process.",
                    fault);
            }
        }
    }

    private void CreateDirectory()
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unusable(
                $"Directory {directory} cannot be created.",
                fault.Message,
                "Name a directory that this user may write to in haiac:cluster.",
                fault);
        }
    }

    /// <summary>The finding for something in the directory that cannot be used.</summary>
    public TransportException Unusable(string what, string why, string mend, Exception? fault) =>
        new(TransportFailure.VirtualDirectory, what, $"cluster {address}", why, mend, fault);
}
