using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cli.Clusters;
using HaIac.Engine.State;
using HaIac.Transport;
using HaIac.Transport.Addressing;

namespace HaIac.Cli.Cibs.Reading;

/// <summary>Opens what a user means by A: a file, standard input, or a cluster.</summary>
/// <param name="host">The world.</param>
/// <param name="stack">The stack whose cluster is meant when nothing is named; null for the selected one.</param>
internal sealed class CibInputs(CliHost host, string? stack)
{
    private const string StandardInput = "-";

    /// <summary>Reads one CIB.</summary>
    /// <param name="named">A path, <c>-</c>, the address of a cluster; null for the cluster of the stack.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="StateException">The file cannot be read, or there is no stack to take the cluster from.</exception>
    /// <exception cref="CibException">It is no CIB.</exception>
    /// <exception cref="Transport.Failing.TransportException">The address is none, or the cluster cannot be read.</exception>
    public async Task<CibInput> OpenAsync(string? named, CancellationToken ct)
    {
        if (named is not null && !IsAddress(named))
            return OpenFile(named);

        var cluster = CibTransports.Open(named is null ? ClusterContext.AddressOf(host, stack) : ClusterAddress.Parse(named, ClusterContext.FolderFor(host)));
        try
        {
            return new(cluster.Address, await cluster.ReadAsync(ct)) { Cluster = cluster };
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads two CIBs; standard input can be one of them only.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The second; null for the cluster of the stack.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<(CibInput One, CibInput Other)> OpenAsync(string one, string? other, CancellationToken ct)
    {
        NotTwice(one, other);
        var first = await OpenAsync(one, ct);
        try
        {
            return (first, await OpenAsync(other, ct));
        }
        catch
        {
            await first.DisposeAsync();
            throw;
        }
    }

    /// <summary>Fails when both are standard input, which can be read once.</summary>
    /// <param name="one">The first.</param>
    /// <param name="other">The second.</param>
    public static void NotTwice(string? one, string? other)
    {
        if (one == StandardInput && other == StandardInput)
        {
            throw new StateException(
                "HAI1604", "Standard input can be read once", "Both arguments are -.", "the arguments", null, "Store one of them in a file first, or let the shell name it: <(command).");
        }
    }

    /// <summary>Reads the text of a file or of standard input.</summary>
    /// <param name="named">A path or <c>-</c>.</param>
    public (string Name, string? Path, string Text) ReadText(string named) => named == StandardInput
        ? ("standard input", null, TextFile.Read(host.In))
        : (named, FullPath(named), TextFile.Read(FullPath(named), named));

    /// <summary>A path from the folder that the command works in.</summary>
    /// <param name="named">As the user wrote it.</param>
    private string FullPath(string named) => Path.GetFullPath(named.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(host.Home, named[2..]) : named, host.Directory);

    private CibInput OpenFile(string named)
    {
        var (name, path, text) = ReadText(named);
        try
        {
            return new(name, CibDocument.Parse(text)) { Path = path, Text = text };
        }
        catch (CibException fault)
        {
            throw new CibException(fault.Finding with { Where = $"{name}, {fault.Finding.Where}" }, fault.Line, fault.Column);
        }
    }

    /// <summary>Whether a text is meant as an address. What looks like one is never taken for a file, so that a slip in it is told as such.</summary>
    private static bool IsAddress(string named) =>
        named.StartsWith("local:", StringComparison.Ordinal) || named.StartsWith("virtual:", StringComparison.Ordinal) || named.Contains("://", StringComparison.Ordinal);
}
