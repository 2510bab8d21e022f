using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads parts of lists and unions that arrive later.</summary>
public static class OutputExtensions
{
    /// <summary>One element of a list that arrives later.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The list.</param>
    /// <param name="index">Position, from 0; a position outside the list fails the program.</param>
    /// <returns>The element.</returns>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index)
        => Output.Tuple(array, index.ToOutput()).Apply(t => t.Item1[t.Item2]);

    /// <summary>The first element of a list; an empty list fails the program.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The list.</param>
    /// <returns>The element.</returns>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.Apply(a => a[0]);

    /// <summary>The number of elements of a list that arrives later; unknown while the list is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="array">The list.</param>
    /// <returns>The number.</returns>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(a => a.Length);

    /// <summary>Whether a union that arrives later holds its first type.</summary>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    /// <param name="output">The union.</param>
    /// <returns>Whether it does.</returns>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(u => u.IsT0);

    /// <summary>Whether a union that arrives later holds its second type.</summary>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    /// <param name="output">The union.</param>
    /// <returns>Whether it does.</returns>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(u => u.IsT1);

    /// <summary>A union's value as its first type; any other type fails the program.</summary>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    /// <param name="output">The union.</param>
    /// <returns>The value.</returns>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(u => u.AsT0);

    /// <summary>A union's value as its second type; any other type fails the program.</summary>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    /// <param name="output">The union.</param>
    /// <returns>The value.</returns>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(u => u.AsT1);

    /// <summary>A union's value, boxed, whichever of the two types it has.</summary>
    /// <typeparam name="T0">The first type.</typeparam>
    /// <typeparam name="T1">The second type.</typeparam>
    /// <param name="output">The union.</param>
    /// <returns>The value.</returns>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(u => u.Value);
}
