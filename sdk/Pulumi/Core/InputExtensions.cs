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

    /// <summary>Derives a value; an absent input counts as the default. The function does not run while the value is unknown.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    /// <param name="func">Called once with the value; an exception in it fails the program.</param>
    /// <returns>The derived output.</returns>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, U> func) => ToOutput(input).Apply(func);

    /// <summary>Derives a value; an absent input counts as the default. The function does not run while the value is unknown.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    /// <param name="func">Called once with the value; an exception in it fails the program.</param>
    /// <returns>The derived output.</returns>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Task<U>> func) => ToOutput(input).Apply(func);

    /// <summary>Derives a value; an absent input counts as the default. The function does not run while the value is unknown.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    /// <param name="func">Called once with the value; an exception in it fails the program.</param>
    /// <returns>The derived output.</returns>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Input<U>?> func) => ToOutput(input).Apply(func);

    /// <summary>Derives a value; an absent input counts as the default. The function does not run while the value is unknown.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <typeparam name="U">Type of the derived value.</typeparam>
    /// <param name="input">The input, or <c>null</c>.</param>
    /// <param name="func">Called once with the value; an exception in it fails the program.</param>
    /// <returns>The derived output.</returns>
    public static Output<U> Apply<T, U>(this Input<T>? input, Func<T, Output<U>?> func) => ToOutput(input).Apply(func);
}
