using Pulumi.Experimental.Provider;

namespace Pulumi.Experimental;

/// <summary>Values inside messages: never a secret, never long.</summary>
internal static class PropertyText
{
    public static string Of(PropertyValue value) => ExceptionText.Short(value.ToString() ?? string.Empty, 100);
}
