namespace HaIac.Engine.Plugins;

/// <summary>A plugin cannot be used; the message has the four lines of a finding.</summary>
public sealed class PluginException : Exception
{
    /// <summary>Creates the exception from the lines of its finding.</summary>
    public PluginException(string code, string summary, string what, string where, string why, string mend, Exception? inner = null)
        : base(EngineFinding.Text(code, summary, what, where, why, mend), inner)
    {
        Code = code;
    }

    /// <summary>Code of the finding, such as <c>HAI1401</c>.</summary>
    public string Code { get; }
}
