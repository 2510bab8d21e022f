using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Pulumi.Experimental;

/// <summary>
/// A property of a resource as a provider sees it: a value of one of the kinds of <see cref="PropertyValueType"/>, whether it is
/// secret, and which resources it depends on. Values are immutable and equal by content.
/// </summary>
public sealed class PropertyValue : IEquatable<PropertyValue>
{
    /// <summary>The value of a property that is set to nothing.</summary>
    public static readonly PropertyValue Null = new(PropertyValueType.Null, null);

    /// <summary>The value of a property that is known only after the update.</summary>
    public static readonly PropertyValue Computed = new(PropertyValueType.Computed, null);

    private readonly object? _content;

    /// <summary>Makes a truth value.</summary>
    /// <param name="value">The value.</param>
    public PropertyValue(bool value)
        : this(PropertyValueType.Bool, value)
    {
    }

    /// <summary>Makes a number.</summary>
    /// <param name="value">The value; integers are exact up to 2^53.</param>
    public PropertyValue(double value)
        : this(PropertyValueType.Number, value)
    {
    }

    /// <summary>Makes a text.</summary>
    /// <param name="value">The value.</param>
    public PropertyValue(string value)
        : this(PropertyValueType.String, value ?? throw new ArgumentNullException(nameof(value)))
    {
    }

    /// <summary>Makes a list.</summary>
    /// <param name="value">The elements in order.</param>
    public PropertyValue(ImmutableArray<PropertyValue> value)
        : this(PropertyValueType.Array, value.IsDefault ? throw new ArgumentNullException(nameof(value)) : value)
    {
    }

    /// <summary>Makes a map.</summary>
    /// <param name="value">The values by name.</param>
    public PropertyValue(ImmutableDictionary<string, PropertyValue> value)
        : this(PropertyValueType.Map, value ?? throw new ArgumentNullException(nameof(value)))
    {
    }

    /// <summary>Makes a file.</summary>
    /// <param name="value">The file.</param>
    public PropertyValue(Asset value)
        : this(PropertyValueType.Asset, value ?? throw new ArgumentNullException(nameof(value)))
    {
    }

    /// <summary>Makes a collection of files.</summary>
    /// <param name="value">The collection.</param>
    public PropertyValue(Archive value)
        : this(PropertyValueType.Archive, value ?? throw new ArgumentNullException(nameof(value)))
    {
    }

    /// <summary>Makes a reference to a resource.</summary>
    /// <param name="value">The reference.</param>
    public PropertyValue(ResourceReference value)
        : this(PropertyValueType.Resource, value)
    {
    }

    private PropertyValue(PropertyValueType type, object? content)
    {
        Type = type;
        _content = content;
    }

    /// <summary>The kind of the value.</summary>
    public PropertyValueType Type { get; }

    /// <summary>Whether the property is set to nothing.</summary>
    public bool IsNull => Type == PropertyValueType.Null;

    /// <summary>Whether the value is known only after the update; occurs in previews.</summary>
    public bool IsComputed => Type == PropertyValueType.Computed;

    /// <summary>Whether the value must be masked in texts and encrypted in the state. Default: false.</summary>
    public bool IsSecret { get; init; }

    /// <summary>URNs of the resources that the value depends on. Default: none.</summary>
    public ImmutableHashSet<Urn> Dependencies { get; init; } = [];

    /// <summary>The same value, secret or not.</summary>
    /// <param name="secret">Whether it is secret.</param>
    public PropertyValue WithSecret(bool secret) => new(Type, _content) { IsSecret = secret, Dependencies = Dependencies };

    /// <summary>The same value with other dependencies.</summary>
    /// <param name="dependencies">URNs of the resources that the value depends on.</param>
    public PropertyValue WithDependencies(ImmutableHashSet<Urn> dependencies) =>
        new(Type, _content) { IsSecret = IsSecret, Dependencies = dependencies };

    /// <summary>Reads a truth value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetBool(out bool value)
    {
        value = _content is true;
        return Type == PropertyValueType.Bool;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetNumber(out double value)
    {
        value = _content is double number ? number : 0;
        return Type == PropertyValueType.Number;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetString([NotNullWhen(true)] out string? value)
    {
        value = _content as string;
        return value is not null;
    }

    /// <summary>Reads a list.</summary>
    /// <param name="value">The elements in order.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetArray(out ImmutableArray<PropertyValue> value)
    {
        value = _content is ImmutableArray<PropertyValue> items ? items : default;
        return Type == PropertyValueType.Array;
    }

    /// <summary>Reads a map.</summary>
    /// <param name="value">The values by name.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetMap([NotNullWhen(true)] out ImmutableDictionary<string, PropertyValue>? value)
    {
        value = _content as ImmutableDictionary<string, PropertyValue>;
        return value is not null;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="value">The file.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetAsset([NotNullWhen(true)] out Asset? value)
    {
        value = _content as Asset;
        return value is not null;
    }

    /// <summary>Reads a collection of files.</summary>
    /// <param name="value">The collection.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetArchive([NotNullWhen(true)] out Archive? value)
    {
        value = _content as Archive;
        return value is not null;
    }

    /// <summary>Reads a reference to a resource.</summary>
    /// <param name="value">The reference.</param>
    /// <returns>Whether the value is of this kind.</returns>
    public bool TryGetResource(out ResourceReference value)
    {
        value = _content is ResourceReference reference ? reference : default;
        return Type == PropertyValueType.Resource;
    }

    /// <summary>Calls the function that fits the kind of the value and gives its result.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="nullCase">For no value.</param>
    /// <param name="boolCase">For a truth value.</param>
    /// <param name="numberCase">For a number.</param>
    /// <param name="stringCase">For a text.</param>
    /// <param name="arrayCase">For a list.</param>
    /// <param name="mapCase">For a map.</param>
    /// <param name="assetCase">For a file.</param>
    /// <param name="archiveCase">For a collection of files.</param>
    /// <param name="resourceCase">For a reference to a resource.</param>
    /// <param name="computedCase">For a value that is known only after the update.</param>
    public T Match<T>(
        Func<T> nullCase,
        Func<bool, T> boolCase,
        Func<double, T> numberCase,
        Func<string, T> stringCase,
        Func<ImmutableArray<PropertyValue>, T> arrayCase,
        Func<ImmutableDictionary<string, PropertyValue>, T> mapCase,
        Func<Asset, T> assetCase,
        Func<Archive, T> archiveCase,
        Func<ResourceReference, T> resourceCase,
        Func<T> computedCase) => _content switch
        {
            bool value => boolCase(value),
            double value => numberCase(value),
            string value => stringCase(value),
            ImmutableArray<PropertyValue> value => arrayCase(value),
            ImmutableDictionary<string, PropertyValue> value => mapCase(value),
            Asset value => assetCase(value),
            Archive value => archiveCase(value),
            ResourceReference value => resourceCase(value),
            _ => IsComputed ? computedCase() : nullCase(),
        };

    /// <summary>Whether both have the same content, secrecy and dependencies; files are compared by their content, not by where it is.</summary>
    /// <param name="other">The other value.</param>
    /// <exception cref="InsufficientExecutionStackException">The values are nested tens of thousands of levels deep.</exception>
    public bool Equals(PropertyValue? other)
    {
        // A stack that runs over ends the process; an exception fails only the call that made such a value.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return ReferenceEquals(this, other) ||
            (other is not null &&
             Type == other.Type &&
             IsSecret == other.IsSecret &&
             Dependencies.SetEquals(other.Dependencies) &&
             PropertyContent.AreEqual(_content, other._content));
    }

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PropertyValue);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return HashCode.Combine(Type, IsSecret, Dependencies.Count, PropertyContent.Hash(_content));
    }

    /// <summary>A text for logs and debuggers; it does not show secrets.</summary>
    public override string? ToString()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return IsSecret ? "[secret]" : Plain();
    }

    private string Plain() => Match(
        () => "null",
        value => value ? "true" : "false",
        value => value.ToString("R", CultureInfo.InvariantCulture),
        value => value,
        items => $"[{string.Join(", ", items)}]",
        fields => $"{{{string.Join(", ", fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}: {f.Value}"))}}}",
        _ => "[asset]",
        _ => "[archive]",
        reference => reference.ToString(),
        () => "[known after up]");
}
