using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's configuration under one namespace.</summary>
public sealed class Config
{
    private const string Prefix = "config:";
    private readonly string _name;

    /// <summary>Opens the values whose keys begin with a namespace and a colon.</summary>
    /// <param name="name">Name of the namespace; default: the project's name.</param>
    public Config(string? name = null)
    {
        var text = name ?? Deployment.Required.ProjectName;
        _name = text.EndsWith(":" + Prefix[..^1], StringComparison.Ordinal) ? text[..^Prefix.Length] : text;
    }

    /// <summary>A text.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The text; <c>null</c> if it is not set.</returns>
    public string? Get(string key) => Find(key);

    /// <summary>A text that is secret from here on.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret text; <c>null</c> if it is not set.</returns>
    public Output<string>? GetSecret(string key) => Hide(Get(key));

    /// <summary>A text that must be set.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The text.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public string Require(string key) => Present(Get(key), key);

    /// <summary>A text that must be set and is secret from here on.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret text.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    /// <summary>A value: "true" or "false".</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public bool? GetBoolean(string key)
        => Read<bool>(key, text => text == "true" ? true : text == "false" ? false : null, "Boolean");

    /// <summary>A value that is secret from here on: "true" or "false".</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public Output<bool>? GetSecretBoolean(string key) => Hide(GetBoolean(key));

    /// <summary>A value that must be set: "true" or "false".</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public bool RequireBoolean(string key) => Present(GetBoolean(key), key);

    /// <summary>A value that must be set and is secret from here on: "true" or "false".</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    /// <summary>A value: a whole number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public int? GetInt32(string key)
        => Read<int>(key, text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null, "Int32");

    /// <summary>A value that is secret from here on: a whole number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public Output<int>? GetSecretInt32(string key) => Hide(GetInt32(key));

    /// <summary>A value that must be set: a whole number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public int RequireInt32(string key) => Present(GetInt32(key), key);

    /// <summary>A value that must be set and is secret from here on: a whole number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    /// <summary>A value: a number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public double? GetDouble(string key)
        => Read<double>(key, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : null, "Double");

    /// <summary>A value that is secret from here on: a number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public Output<double>? GetSecretDouble(string key) => Hide(GetDouble(key));

    /// <summary>A value that must be set: a number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public double RequireDouble(string key) => Present(GetDouble(key), key);

    /// <summary>A value that must be set and is secret from here on: a number.</summary>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    /// <summary>A structured value.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value; the default of the type if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, JsonSerializerOptions.Default)!;

    /// <summary>A structured value.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <param name="options">How the JSON text is read.</param>
    /// <returns>The value; the default of the type if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) => ReadObject<T>(key, options)!;

    /// <summary>A structured value that is secret from here on.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, JsonSerializerOptions.Default);

    /// <summary>A structured value that is secret from here on.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <param name="options">How the JSON text is read.</param>
    /// <returns>The secret value; <c>null</c> if it is not set.</returns>
    /// <exception cref="RunException">The value is not of the type.</exception>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options)
        => Find(key) is null ? null : Output.CreateSecret(ReadObject<T>(key, options)!);

    /// <summary>A structured value that must be set.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public T RequireObject<T>(string key) => RequireObject<T>(key, JsonSerializerOptions.Default);

    /// <summary>A structured value that must be set.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <param name="options">How the JSON text is read.</param>
    /// <returns>The value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public T RequireObject<T>(string key, JsonSerializerOptions options)
        => Find(key) is null ? throw new ConfigMissingException(FullKey(key)) : ReadObject<T>(key, options)!;

    /// <summary>A structured value that must be set and is secret from here on.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <returns>The secret value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, JsonSerializerOptions.Default);

    /// <summary>A structured value that must be set and is secret from here on.</summary>
    /// <typeparam name="T">Type that the JSON text is read as.</typeparam>
    /// <param name="key">The key inside the namespace.</param>
    /// <param name="options">How the JSON text is read.</param>
    /// <returns>The secret value.</returns>
    /// <exception cref="RunException">The value is missing, or not of the type.</exception>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options)
        => Output.CreateSecret(RequireObject<T>(key, options));

    private static Output<T>? Hide<T>(T? value)
        where T : class
        => value is null ? null : Output.CreateSecret(value);

    private static Output<T>? Hide<T>(T? value)
        where T : struct
        => value is { } present ? Output.CreateSecret(present) : null;

    private string FullKey(string key) => $"{_name}:{key}";

    private string? Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Deployment.Required.Settings.Config.GetValueOrDefault(FullKey(key));
    }

    private T? Read<T>(string key, Func<string, T?> parse, string type)
        where T : struct
        => Find(key) is not { } text ? null : parse(text) ?? throw new ConfigTypeException(FullKey(key), text, type);

    private string Present(string? value, string key) => value ?? throw new ConfigMissingException(FullKey(key));

    private T Present<T>(T? value, string key)
        where T : struct
        => value ?? throw new ConfigMissingException(FullKey(key));

    private T? ReadObject<T>(string key, JsonSerializerOptions options)
    {
        if (Find(key) is not { } text)
        {
            return default;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(text, options);
        }
        catch (JsonException)
        {
            throw new ConfigTypeException(FullKey(key), text, typeof(T).FullName ?? typeof(T).Name);
        }
    }
}
