using HaIac.Engine.Plugins;
using HaIac.Engine.State;
using HaIac.Protocol.Messages;
using HaIac.Protocol.Properties;

namespace HaIac.Engine.Registering;

/// <summary>Texts for inputs that a provider does not accept.</summary>
internal static class CheckFailures
{
    /// <summary>The text of one failure. A provider that already explains itself in the form of a finding is passed on as it is.</summary>
    public static string Text(string urn, WireObject inputs, CheckFailure failure)
    {
        if (failure.Reason.StartsWith("HAI", StringComparison.Ordinal))
        {
            return failure.Reason;
        }

        var name = new Urn(urn);
        var where = $"{name.Type} \"{name.Name}\"";
        if (failure.Property.Length > 0)
        {
            where += $", property {failure.Property}" + PropertyPath.Parse(failure.Property).Find(inputs) switch
            {
                null => " (not set)",
                WireSecret => " = [secret]",
                WireUnknown => " (known after up)",
                { } value when WireFacts.HasSecret(value) => " = [secret]",
                { } value => $" = {ProviderInputs.Text(value)}",
            };
        }

        return EngineFinding.Text(
            "HAI1430", "Input not accepted", failure.Reason, where, "The provider checks inputs before anything is done.", "Correct the value in the program.");
    }
}
