using System.Collections.Immutable;
using HaIac.Engine.Rendering;
using HaIac.Engine.Secrets;

namespace HaIac.Cli.Operations;

/// <summary>Prints with the secrets of the configuration replaced, wherever in a text they come up.</summary>
internal sealed class MaskedOutput : IDisplayOutput
{
    /// <summary>Shorter ones would turn up in ordinary words.</summary>
    private const int ShortestSecret = 3;

    private readonly CliHost _host;
    private readonly ImmutableArray<string> _secrets;

    /// <summary>An output.</summary>
    /// <param name="host">Takes the text.</param>
    /// <param name="secrets">What must not be printed.</param>
    public MaskedOutput(CliHost host, ImmutableArray<string> secrets)
    {
        _host = host;
        _secrets = [.. secrets.Where(secret => secret.Length >= ShortestSecret).OrderByDescending(secret => secret.Length)];
    }

    /// <inheritdoc/>
    public void Line(string line) => _host.Out.WriteLine(Mask(line));

    /// <inheritdoc/>
    public void Error(string text) => _host.Error.Write(Mask(text));

    /// <summary>The text without secrets.</summary>
    /// <param name="text">The text.</param>
    public string Mask(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, MaskedSecrets.Mask, StringComparison.Ordinal);
        return text;
    }
}
