namespace Pulumi;

/// <summary>A configuration value is not of the type that the program asks for.</summary>
internal sealed class ConfigTypeException(string key, string value, string type) : RunException(
    $"Configuration '{key}' value '{(Deployment.Required.Settings.SecretKeys.Contains(key) ? "[secret]" : value)}' is not a valid {type}");
