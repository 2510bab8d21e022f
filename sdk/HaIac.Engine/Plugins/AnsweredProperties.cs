using Google.Protobuf.WellKnownTypes;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Plugins;

/// <summary>Property values as a provider answered them; what cannot be read is the provider's failure, told as such.</summary>
internal static class AnsweredProperties
{
    /// <summary>Reads them.</summary>
    /// <param name="answered">The answer.</param>
    /// <param name="package">Package of the plugin.</param>
    /// <param name="what">What the values are, for the message.</param>
    /// <param name="subject">URN or token that the call was about.</param>
    /// <exception cref="ProviderCallException">A special value is not well formed.</exception>
    public static WireObject Read(Struct? answered, string package, string what, string subject)
    {
        try
        {
            return WireReader.FromStruct(answered);
        }
        catch (FormatException e)
        {
            throw new ProviderCallException(
                EngineFinding.Text(
                    "HAI1422", "Answer of the plugin cannot be read", $"The plugin of package '{package}' answered with {what} that are not well formed: {e.Message}",
                    subject, "Secrets, assets and other special values have marks that both sides must know.",
                    "This is a fault of the plugin: tell its author, or use another version of it."),
                outcomeUnknown: false,
                e);
        }
    }
}
