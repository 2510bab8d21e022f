using HaIac.CommandProvider.Findings;

namespace HaIac.CommandProvider.Copying;

/// <summary>
/// Brings a source to a place on the other host. Where it ends up, by what is there already:
/// <code>
///   source      folder is there     nothing is there     file is there
///   file        folder/file         path                 path, overwritten
///   text        refused             path                 path, overwritten
///   folder      folder/name/...     path/name/...        refused
///   folder/     folder/...          path/...             refused
/// </code>
/// What is there already in a folder and not in the source stays.
/// </summary>
/// <param name="server">The other host.</param>
/// <param name="where">The resource and host, for messages.</param>
internal sealed class RemoteCopy(SftpClient server, string where)
{
    /// <summary>Copies.</summary>
    public async Task CopyAsync(CopySource source, string destination, CancellationToken cancellationToken)
    {
        var isFolder = await AskAsync(destination, path => server.IsFolderAsync(path, cancellationToken)).ConfigureAwait(false);
        if (source.IsFolder)
        {
            await FolderAsync(source, destination, isFolder, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (isFolder == true && source.Path is null)
        {
            throw new FindingException(new(
                FindingCode.BadDestination, $"{destination} is a folder.", where, "A text has no name that a file in the folder could get.", "Let remotePath name the file."));
        }

        await FileAsync(source, source.Path, isFolder == true ? Join(destination, Path.GetFileName(source.Path!)) : destination, cancellationToken).ConfigureAwait(false);
    }

    private async Task FolderAsync(CopySource source, string destination, bool? isFolder, CancellationToken cancellationToken)
    {
        await FolderIsThereAsync(destination, isFolder, cancellationToken).ConfigureAwait(false);
        var target = destination;
        if (!source.ContentOnly)
        {
            target = Join(destination, Path.GetFileName(source.Path!));
            await FolderIsThereAsync(target, null, cancellationToken, ask: true).ConfigureAwait(false);
        }

        await InsideAsync(source, source.Path!, target, cancellationToken).ConfigureAwait(false);
    }

    private async Task InsideAsync(CopySource source, string folder, string target, CancellationToken cancellationToken)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var there = Join(target, Path.GetFileName(entry));
            if (!Directory.Exists(entry))
            {
                await FileAsync(source, entry, there, cancellationToken).ConfigureAwait(false);
            }
            else if (new DirectoryInfo(entry).LinkTarget is null)
            {
                await FolderIsThereAsync(there, null, cancellationToken, ask: true).ConfigureAwait(false);
                await InsideAsync(source, entry, there, cancellationToken).ConfigureAwait(false);
            }

            // Links to folders are left out, as they are from the hash of the folder: they may lead in a circle.
        }
    }

    private async Task FolderIsThereAsync(string path, bool? isFolder, CancellationToken cancellationToken, bool ask = false)
    {
        isFolder = ask ? await AskAsync(path, at => server.IsFolderAsync(at, cancellationToken)).ConfigureAwait(false) : isFolder;
        if (isFolder == false)
        {
            throw new FindingException(new(
                FindingCode.BadDestination, $"{path} is there and is no folder.", where, "A folder cannot take the place of a file.", "Remove the file on the host, or correct remotePath."));
        }

        if (isFolder is null)
        {
            await AskAsync(path, async at =>
            {
                await server.MakeFolderAsync(at, cancellationToken).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
    }

    private async Task FileAsync(CopySource source, string? file, string destination, CancellationToken cancellationToken)
    {
        var executable = file is not null && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
        var content = Open(source, file);
        await using (content.ConfigureAwait(false))
        {
            await AskAsync(destination, async path =>
            {
                await server.WriteAsync(path, content, executable, cancellationToken).ConfigureAwait(false);
                return true;
            }).ConfigureAwait(false);
        }
    }

    private Stream Open(CopySource source, string? file)
    {
        try
        {
            return source.Open(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new FindingException(new(FindingCode.NoSource, $"File {file} cannot be read.", where, fault.Message, "Make it readable for this user, or take it out of the folder."));
        }
    }

    private async Task<T> AskAsync<T>(string path, Func<string, Task<T>> request)
    {
        try
        {
            return await request(path).ConfigureAwait(false);
        }
        catch (SftpException fault)
        {
            throw new FindingException(new(
                FindingCode.BadDestination, $"{path} cannot be written.", where,
                fault.Status == SftpException.NoSuchFile ? "The folder that it is to be in does not exist; only the last part of remotePath is made." : fault.Message,
                fault.Status == SftpException.NoSuchFile ? "Create the folder first, for example with a remote Command, or correct remotePath." : "Look at the permissions and the free space there, or correct remotePath."));
        }
    }

    private static string Join(string folder, string name) => folder.EndsWith('/') ? folder + name : $"{folder}/{name}";
}
