namespace Pulumi.Experimental;

/// <summary>
/// Converts between property values and objects of a program: classes, records, lists, maps, enums, unions, inputs and outputs. A field
/// is named as its <see cref="InputAttribute"/> or <see cref="OutputAttribute"/> says, otherwise like the C# property.
/// </summary>
/// <remarks>
/// Numbers are doubles: integers beyond 2^53 are refused rather than rounded. Secrets, dependencies and unknown values live on in inputs
/// and outputs; a plain type inside an input hands them to that input, and a plain type outside of any has no place for them.
/// </remarks>
[Obsolete("The official SDK marks PropertyValueSerializer as experimental: its shape may change there at any time.")]
public class PropertyValueSerializer
{
    /// <summary>Turns an object into a property value; waits for outputs on the way.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <param name="value">The object; null gives the null value.</param>
    /// <exception cref="NotSupportedException">A part of it is of a type that has no form as a property, such as a date.</exception>
    /// <exception cref="InvalidOperationException">It contains itself, or an integer that a double cannot hold.</exception>
    public Task<PropertyValue> Serialize<T>(T value) => PropertyEncoder.EncodeAsync(value);

    /// <summary>Turns a property value into an object.</summary>
    /// <typeparam name="T">Type of the object.</typeparam>
    /// <param name="value">The property value.</param>
    /// <exception cref="InvalidOperationException">The value does not fit; the text names every part that does not, with its path.</exception>
    public Task<T> Deserialize<T>(PropertyValue value) => Deserialize(value, typeof(T)) is T result
        ? Task.FromResult(result)
        : throw new InvalidOperationException($"A value of kind {value.Type} cannot become a {TypeText.Of(typeof(T))}.");

    /// <summary>Turns a property value into an object.</summary>
    /// <param name="value">The property value.</param>
    /// <param name="targetType">Type of the object.</param>
    /// <returns>The object; null if the value is null and the type allows it.</returns>
    /// <exception cref="InvalidOperationException">The value does not fit; the text names every part that does not, with its path.</exception>
    public object? Deserialize(PropertyValue value, Type targetType)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(targetType);
        var findings = new List<PropertyError>();
        var result = new PropertyFitter(findings).Fit(value, targetType, "$", new ValueFacts(inInput: false));
        return findings.Count == 0
            ? result
            : throw new InvalidOperationException(
                $"The value cannot become a {TypeText.Of(targetType)}: {string.Join("; ", findings.Select(f => $"{f.PropertyPath} {f.Reason}"))}.");
    }
}
