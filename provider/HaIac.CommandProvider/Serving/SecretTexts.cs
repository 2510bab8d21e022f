using Pulumi.Experimental;

namespace HaIac.CommandProvider.Serving;

/// <summary>
/// The texts that came as secrets and that no message may hold. A connection is a secret as a whole, but only its credentials are taken as such: a
/// message that does not name the host helps nobody.
/// </summary>
internal sealed class SecretTexts
{
    private const int Shortest = 4;
    private const int ShortestLine = 8;
    private static readonly string[] PlainInConnection = ["host", "user", "port", "dialErrorLimit", "perDialTimeout", "agentSocketPath", "hostKey"];

    private readonly HashSet<string> texts = new(StringComparer.Ordinal);

    /// <summary>Gathers them.</summary>
    /// <param name="properties">All properties of the call.</param>
    public static SecretTexts In(params IEnumerable<KeyValuePair<string, PropertyValue>>[] properties)
    {
        var result = new SecretTexts();
        foreach (var (name, value) in properties.SelectMany(pair => pair))
        {
            result.Collect(name, value, false, inConnection: false);
        }

        return result;
    }

    /// <summary>The text with a mark in place of each secret.</summary>
    public string Mask(string text)
    {
        // Longest first: one secret may be part of another.
        foreach (var secret in texts.OrderByDescending(secret => secret.Length))
        {
            text = text.Replace(secret, "[secret]", StringComparison.Ordinal);
        }

        return text;
    }

    private void Collect(string name, PropertyValue value, bool isSecret, bool inConnection)
    {
        isSecret |= value.IsSecret || name is "password" or "privateKey" or "privateKeyPassword";
        if (value.TryGetMap(out var map))
        {
            foreach (var (key, item) in map)
            {
                Collect(key, item, isSecret, inConnection || name is "connection");
            }
        }
        else if (value.TryGetArray(out var items))
        {
            foreach (var item in items)
            {
                Collect("", item, isSecret, inConnection);
            }
        }
        else if (isSecret && value.TryGetString(out var text) && !(inConnection && PlainInConnection.Contains(name)))
        {
            Add(text);
        }
    }

    // Lines of a key or a script are secrets by themselves: what is shown comes line by line. Short ones are words of every script, such as "done".
    private void Add(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= ShortestLine && !line.StartsWith("-----", StringComparison.Ordinal)))
        {
            texts.Add(line);
        }

        if (text.Trim() is { Length: >= Shortest } whole)
        {
            texts.Add(whole);
        }
    }
}
