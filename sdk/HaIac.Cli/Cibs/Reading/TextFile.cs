using System.Text;
using HaIac.Cib.Reading;
using HaIac.Engine.State;

namespace HaIac.Cli.Cibs.Reading;

/// <summary>Reads and writes the text of a CIB. Pacemaker writes UTF-8; nothing else is guessed at.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="named">As the user wrote it.</param>
    /// <exception cref="StateException">It cannot be read.</exception>
    public static string Read(string path, string named)
    {
        if (Directory.Exists(path))
            throw Unreadable(named, "It is a folder.", "Name the CIB in it, for example cib.xml.");
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var magic = new byte[3];
            if (stream.CanSeek && stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && Packer(magic) is { } program)
                throw Unreadable(named, "It is compressed.", $"Unpack it on the way: {program} {named} | haiac cib ... -");
            if (stream.CanSeek)
                stream.Position = 0;
            using var reader = new StreamReader(stream, s_strict);
            return Read(reader);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable(named, "There is no such file.", "Correct the path; for a cluster write ssh://HOST, local: or virtual:FOLDER.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(named, fault is UnauthorizedAccessException ? "This user may not read it." : fault.Message, "Make it readable; the cluster's own file (/var/lib/pacemaker/cib/cib.xml) is better read with local:.");
        }
        catch (DecoderFallbackException)
        {
            throw Unreadable(named, "It is not UTF-8 text.", "Convert it (iconv), or name the right file.");
        }
    }

    /// <summary>The rest of a text, up to a little more than a CIB may have: what is longer is refused as such, not read on.</summary>
    /// <param name="reader">The text.</param>
    public static string Read(TextReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[1 << 16];
        for (int count; text.Length <= CibReadLimits.Default.MaxCharacters && (count = reader.Read(buffer)) > 0;)
            text.Append(buffer, 0, count);
        return text.ToString();
    }

    /// <summary>Writes a file whole or not at all: into a new one that then takes the place of the old.</summary>
    /// <param name="path">The file.</param>
    /// <param name="named">As the user wrote it.</param>
    /// <param name="text">What to write.</param>
    /// <exception cref="StateException">It cannot be written.</exception>
    public static void Write(string path, string named, string text)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        var fresh = target + ".haiac-new";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows() && File.Exists(target))
                options.UnixCreateMode = File.GetUnixFileMode(target);
            using (var stream = new FileStream(fresh, options))
            using (var writer = new StreamWriter(stream, s_strict))
            {
                writer.Write(text);
                writer.Flush();
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, target, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(fresh))
                File.Delete(fresh);
            throw new StateException("HAI1602", "File cannot be written", $"{named}: {fault.Message}", named, "The file is as it was.", "Make file and folder writable, or print the result and store it elsewhere (without --in-place).");
        }
    }

    private static StateException Unreadable(string named, string why, string mend) =>
        new("HAI1601", "File cannot be read", $"\"{named}\" cannot be read as a CIB.", named, why, mend);

    /// <summary>The program that unpacks a file with these first bytes; Pacemaker keeps the scheduler's inputs packed.</summary>
    private static string? Packer(byte[] magic) => magic switch
    {
        [(byte)'B', (byte)'Z', (byte)'h'] => "bzcat",
        [0x1f, 0x8b, _] => "zcat",
        [0xfd, (byte)'7', (byte)'z'] => "xzcat",
        _ => null,
    };
}
