using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Addressing;

/// <summary>
/// Where a cluster is and how it is reached: this host, hosts behind ssh, a CIB manager on the network, or a directory with a virtual cluster.
/// </summary>
/// <remarks>The forms are <c>local:</c>, <c>ssh://user@host1,host2:port?option=value</c>, <c>cib://user@host1,host2:port?option=value</c> and
/// <c>virtual:directory?nodes=a,b,c</c>.</remarks>
public abstract partial record ClusterAddress
{
    private protected ClusterAddress(string text)
    {
        Text = text;
    }

    /// <summary>The address as it was written. It holds no secret: identities are named by their files.</summary>
    public string Text { get; }

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address as the user wrote it.</param>
    /// <param name="baseDirectory">The directory that relative paths in the address start from: the folder of the program.</param>
    /// <returns>The address.</returns>
    /// <exception cref="TransportException">HAI4001: the text is no address; the message lists all faults and the accepted forms.</exception>
    public static ClusterAddress Parse(string text, string baseDirectory)
    {
        if (TryParse(text, baseDirectory, out var address, out var reason))
        {
            return address;
        }

        throw new TransportException(
            TransportFailure.BadAddress,
            $"\"{WithoutPassword(text)}\" is no cluster address: {reason}",
            "configuration value haiac:cluster",
            "The address decides how the cluster's tools are reached, so it must be complete before anything is asked.",
            $"Write {AddressReader.Forms}.");
    }

    /// <summary>Reads an address without throwing.</summary>
    /// <param name="text">The address as the user wrote it.</param>
    /// <param name="baseDirectory">The directory that relative paths in the address start from.</param>
    /// <param name="address">The address, if the text is one.</param>
    /// <param name="reason">Otherwise what is wrong, all faults in one text.</param>
    /// <returns>True if the text is an address.</returns>
    public static bool TryParse(
        string? text,
        string baseDirectory,
        [NotNullWhen(true)] out ClusterAddress? address,
        [NotNullWhen(false)] out string? reason)
    {
        var words = new AddressWords(baseDirectory);
        address = AddressReader.Read(text ?? "", words);
        reason = address is null ? string.Join(" ", words.Faults) : null;
        return address is not null;
    }

    /// <summary>The address as it was written.</summary>
    public sealed override string ToString() => Text;

    private static string WithoutPassword(string text) => Password().Replace(text, "***");

    [GeneratedRegex("(?<=^(ssh|cib)://[^/@?:]*:)[^@]*(?=@)", RegexOptions.IgnoreCase)]
    private static partial Regex Password();
}
