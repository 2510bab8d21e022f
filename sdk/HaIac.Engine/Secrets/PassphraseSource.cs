using HaIac.Engine.State;

namespace HaIac.Engine.Secrets;

/// <summary>Finds the passphrase: variable, file, then the terminal.</summary>
public sealed class PassphraseSource
{
    /// <summary>Variable with the passphrase; set but empty is a passphrase too.</summary>
    public const string Variable = "PULUMI_CONFIG_PASSPHRASE";

    /// <summary>Variable with the path of a file that holds the passphrase.</summary>
    public const string FileVariable = "PULUMI_CONFIG_PASSPHRASE_FILE";

    private readonly Func<string, string?> _environment;
    private readonly Func<string?> _ask;
    private string? _known;

    /// <summary>A source.</summary>
    /// <param name="environment">Value of a variable; null if it is not set.</param>
    /// <param name="ask">Asks in the terminal; null if there is nobody to ask.</param>
    public PassphraseSource(Func<string, string?> environment, Func<string?> ask)
    {
        _environment = environment;
        _ask = ask;
    }

    /// <summary>The passphrase; asked for once.</summary>
    /// <exception cref="StateException">There is none.</exception>
    public string Get() => _known ??= _environment(Variable) ?? FromFile() ?? _ask() ?? throw Missing();

    private string? FromFile()
    {
        var path = _environment(FileVariable);
        if (string.IsNullOrEmpty(path))
            return null;
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StateException(
                "HAI1143", "Passphrase file cannot be read", $"The file named by {FileVariable} cannot be read.", path, exception.Message, "Name a file that holds the passphrase.", exception);
        }
    }

    private static StateException Missing() =>
        new(
            "HAI1140",
            "No passphrase",
            "The secrets of this stack are under a passphrase, and none was given.",
            $"environment variable {Variable}",
            "There is no terminal to ask in.",
            $"Set {Variable} (an empty one counts), or name a file that holds it in {FileVariable}.");
}
