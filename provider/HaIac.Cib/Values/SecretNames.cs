namespace HaIac.Cib.Values;

/// <summary>Which parameters hold secrets, told by their names, because the CIB itself does not say. Messages and views mask their values.</summary>
/// <remarks>Source: parameters of the published agents, such as fence agents' <c>passwd</c> and <c>snmp_priv_passwd</c>, SNMP's <c>community</c>, databases' <c>password</c>.</remarks>
public static class SecretNames
{
    /// <summary>What stands in the place of a secret.</summary>
    public const string Mask = "[secret]";

    private static readonly string[] s_words = ["passw", "passphrase", "secret", "token", "private_key", "credential", "community", "api_key", "apikey"];

    /// <summary>Whether a parameter of this name, or an attribute path that ends in it, holds a secret.</summary>
    public static bool Contains(string name) => s_words.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>The value, or the mask where the name says that it is a secret.</summary>
    public static string Show(string name, string value) => Contains(name) ? Mask : value;
}
