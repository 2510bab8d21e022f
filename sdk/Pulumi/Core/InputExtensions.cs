namespace Pulumi;

/// <summary>Work with inputs that may be absent; an absent input counts as the default value of its type.</summary>
public static class InputExtensions
{
    /// <summary>Reads an input as an output; an absent one yields the default value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    /// <returns>The output.</returns>
    public static Output<T> ToOutput<T>(this Input<T>? input)
        => input is null ? Output.Create(default(T)!) : input.ToOutput();

    /// <inheritdoc cref="Output{T}.Apply{U}(Func{T, U})" />
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, U> func) => ToOutput(input).Apply(func);

    /// <inheritdoc cref="Output{T}.Apply{U}(Func{T, U})" />
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Task<U>> func) => ToOutput(input).Apply(func);

    /// <inheritdoc cref="Output{T}.Apply{U}(Func{T, Input{U}})" />
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Input<U>?> func) => ToOutput(input).Apply(func);

    /// <inheritdoc cref="Output{T}.Apply{U}(Func{T, Output{U}})" />
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Output<U>?> func) => ToOutput(input).Apply(func);
}
