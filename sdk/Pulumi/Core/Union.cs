using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value that is one of two types and knows which. The default is the default of the first type.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public readonly struct Union<T0, T1> : IEquatable<Union<T0, T1>>, IUnion
{
    private readonly T0 _first;
    private readonly T1 _second;

    private Union(T0 first, T1 second, bool isSecond)
    {
        _first = first;
        _second = second;
        IsT1 = isSecond;
    }

    /// <summary>The value, whichever type it has; <c>null</c> only where one of the types allows it.</summary>
    public object Value => (IsT1 ? _second : _first)!;

    object? IUnion.Value => Value;

    /// <summary>Whether the value is of the first type.</summary>
    public bool IsT0 => !IsT1;

    /// <summary>Whether the value is of the second type.</summary>
    public bool IsT1 { get; }

    /// <summary>The value, if it is of the first type.</summary>
    /// <exception cref="InvalidOperationException">It is of the second type.</exception>
    public T0 AsT0 => IsT1 ? throw Mismatch(typeof(T0), typeof(T1)) : _first;

    /// <summary>The value, if it is of the second type.</summary>
    /// <exception cref="InvalidOperationException">It is of the first type.</exception>
    public T1 AsT1 => IsT1 ? _second : throw Mismatch(typeof(T1), typeof(T0));

    /// <summary>Makes a union that holds its first type.</summary>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T0 t) => FromT0(t);

    /// <summary>Makes a union that holds its second type.</summary>
    /// <param name="t">The value.</param>
    public static implicit operator Union<T0, T1>(T1 t) => FromT1(t);

    /// <summary>Whether both hold an equal value of the same type.</summary>
    /// <param name="left">One union.</param>
    /// <param name="right">The other union.</param>
    public static bool operator ==(Union<T0, T1> left, Union<T0, T1> right) => left.Equals(right);

    /// <summary>Whether the unions hold different values, or values of different types.</summary>
    /// <param name="left">One union.</param>
    /// <param name="right">The other union.</param>
    public static bool operator !=(Union<T0, T1> left, Union<T0, T1> right) => !left.Equals(right);

    /// <summary>Wraps a value of the first type, also when both types are the same.</summary>
    /// <param name="input">The value.</param>
    /// <returns>The union.</returns>
    public static Union<T0, T1> FromT0(T0 input) => new(input, default!, isSecond: false);

    /// <summary>Wraps a value of the second type, also when both types are the same.</summary>
    /// <param name="input">The value.</param>
    /// <returns>The union.</returns>
    public static Union<T0, T1> FromT1(T1 input) => new(default!, input, isSecond: true);

    /// <summary>Runs one of two actions, the one for the type that the value has.</summary>
    /// <param name="f0">For the first type.</param>
    /// <param name="f1">For the second type.</param>
    public void Switch(Action<T0> f0, Action<T1> f1)
    {
        if (IsT1)
        {
            f1(_second);
        }
        else
        {
            f0(_first);
        }
    }

    /// <summary>Computes a result with the function that fits the type.</summary>
    /// <typeparam name="TResult">Type of the result.</typeparam>
    /// <param name="f0">For the first type.</param>
    /// <param name="f1">For the second type.</param>
    /// <returns>The function's result.</returns>
    public TResult Match<TResult>(Func<T0, TResult> f0, Func<T1, TResult> f1) => IsT1 ? f1(_second) : f0(_first);

    /// <summary>Converts the first type and leaves the second.</summary>
    /// <typeparam name="TResult">New first type.</typeparam>
    /// <param name="mapFunc">Conversion of the first type.</param>
    /// <returns>The converted union.</returns>
    public Union<TResult, T1> MapT0<TResult>(Func<T0, TResult> mapFunc)
        => IsT1 ? Union<TResult, T1>.FromT1(_second) : Union<TResult, T1>.FromT0(mapFunc(_first));

    /// <summary>Converts the second type and leaves the first.</summary>
    /// <typeparam name="TResult">New second type.</typeparam>
    /// <param name="mapFunc">Conversion of the second type.</param>
    /// <returns>The converted union.</returns>
    public Union<T0, TResult> MapT1<TResult>(Func<T1, TResult> mapFunc)
        => IsT1 ? Union<T0, TResult>.FromT1(mapFunc(_second)) : Union<T0, TResult>.FromT0(_first);

    /// <summary>Converts the value with the function for the type that it has.</summary>
    /// <typeparam name="TResult0">New first type.</typeparam>
    /// <typeparam name="TResult1">New second type.</typeparam>
    /// <param name="mapFunc0">Conversion of the first type.</param>
    /// <param name="mapFunc1">Conversion of the second type.</param>
    /// <returns>The converted union.</returns>
    public Union<TResult0, TResult1> Bimap<TResult0, TResult1>(Func<T0, TResult0> mapFunc0, Func<T1, TResult1> mapFunc1)
        => IsT1 ? Union<TResult0, TResult1>.FromT1(mapFunc1(_second)) : Union<TResult0, TResult1>.FromT0(mapFunc0(_first));

    /// <summary>Takes the value if it is of the first type.</summary>
    /// <param name="value">The value, or the default.</param>
    /// <param name="remainder">The value of the other type, or its default.</param>
    /// <returns>Whether the value was of the first type.</returns>
    public bool TryPickT0([MaybeNullWhen(false)] out T0 value, [MaybeNullWhen(true)] out T1 remainder)
    {
        value = _first;
        remainder = _second;
        return IsT0;
    }

    /// <summary>Takes the value if it is of the second type.</summary>
    /// <param name="value">The value, or the default.</param>
    /// <param name="remainder">The value of the other type, or its default.</param>
    /// <returns>Whether the value was of the second type.</returns>
    public bool TryPickT1([MaybeNullWhen(false)] out T1 value, [MaybeNullWhen(true)] out T0 remainder)
    {
        value = _second;
        remainder = _first;
        return IsT1;
    }

    /// <summary>Whether both hold an equal value of the same type.</summary>
    /// <param name="other">The other union.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Union<T0, T1> other) => IsT1 == other.IsT1 && Equals(Value, other.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Union<T0, T1> other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(IsT1, Value);

    /// <inheritdoc />
    public override string ToString() => Value?.ToString() ?? "";

    private static InvalidOperationException Mismatch(Type wanted, Type actual)
        => new($"The union does not hold a {wanted.Name}: it holds a {actual.Name}.");
}
