namespace Pulumi;

/// <summary>Lets collection initializers take the plain types of a union, so that nobody has to write the union out.</summary>
public static class InputListExtensions
{
    /// <summary>Appends a union that holds a value of its first type.</summary>
    /// <typeparam name="T">The first type.</typeparam>
    /// <typeparam name="U">The second type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputList<Union<T, U>> list, Input<T> value)
        => list.Add(value.ToOutput().Apply(v => (Union<T, U>)v));

    /// <summary>Appends a union that holds a value of its second type.</summary>
    /// <typeparam name="T">The first type.</typeparam>
    /// <typeparam name="U">The second type.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputList<Union<T, U>> list, Input<U> value)
        => list.Add(value.ToOutput().Apply(v => (Union<T, U>)v));
}
