namespace Pulumi;

/// <summary>A configuration value that the program requires is not set.</summary>
internal sealed class ConfigMissingException(string key) : RunException(
    $"Missing Required configuration variable '{key}'\n\tplease set a value using the command `pulumi config set {key} <value>`");
