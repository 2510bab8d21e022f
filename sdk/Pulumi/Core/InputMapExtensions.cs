namespace Pulumi;

/// <summary>Lets collection initializers take the plain types of a union, so that nobody has to write the union out.</summary>
public static class InputMapExtensions
{
    /// <summary>Adds an entry with a union that holds a value of its first type.</summary>
    /// <typeparam name="T">The first type.</typeparam>
    /// <typeparam name="U">The second type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputMap<Union<T, U>> map, string key, Input<T> value)
        => map.Add(key, value.ToOutput().Apply(v => (Union<T, U>)v));

    /// <summary>Adds an entry with a union that holds a value of its second type.</summary>
    /// <typeparam name="T">The first type.</typeparam>
    /// <typeparam name="U">The second type.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static void Add<T, U>(this InputMap<Union<T, U>> map, string key, Input<U> value)
        => map.Add(key, value.ToOutput().Apply(v => (Union<T, U>)v));
}
