namespace Pulumi;

/// <summary>Lets collection initializers take the plain types of a union.</summary>
public static class InputListExtensions
{
    /// <summary>Appends a value of the first type.</summary>
    /// <typeparam name="T">The first type.</typeparam>
    /// <typeparam name="U">The second type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputList<Union<T, U>> list, Input<T> value)
        => list.Add(value.ToOutput().Apply(v => (Union<T, U>)v));

    /// <summary>Appends a value of the second type.</summary>
    /// <typeparam name="T">The first type.</typeparam>
    /// <typeparam name="U">The second type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputList<Union<T, U>> list, Input<U> value)
        => list.Add(value.ToOutput().Apply(v => (Union<T, U>)v));
}
