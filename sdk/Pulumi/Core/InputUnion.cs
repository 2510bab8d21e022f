namespace Pulumi;

/// <summary>An input that takes a value of either of two types; it is sent as the value alone, without a mark of its type.</summary>
/// <typeparam name="T0">The first type.</typeparam>
/// <typeparam name="T1">The second type.</typeparam>
public sealed class InputUnion<T0, T1> : Input<Union<T0, T1>>
{
    /// <summary>Makes an input of the first type's default value.</summary>
    public InputUnion()
        : base(default(Union<T0, T1>))
    {
    }

    private InputUnion(Union<T0, T1> value)
        : base(value)
    {
    }

    private InputUnion(Output<Union<T0, T1>> output)
        : base(output)
    {
    }

    /// <summary>Takes a known value of the first type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(T0 value) => new((Union<T0, T1>)value);

    /// <summary>Takes a known value of the second type.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(T1 value) => new((Union<T0, T1>)value);

    /// <summary>Takes a known value whose type is only told by the union.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator InputUnion<T0, T1>(Union<T0, T1> value) => new(value);

    /// <summary>Takes a value of the first type that arrives later.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator InputUnion<T0, T1>(Output<T0> value) => new(value.Apply(v => (Union<T0, T1>)v));

    /// <summary>Takes a value of the second type that arrives later.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator InputUnion<T0, T1>(Output<T1> value) => new(value.Apply(v => (Union<T0, T1>)v));

    /// <summary>Takes a value of the first type, known or not; an absent one counts as the default value.</summary>
    /// <param name="value">The input.</param>
    public static implicit operator InputUnion<T0, T1>(Input<T0> value) => new(InputExtensions.ToOutput(value).Apply(v => (Union<T0, T1>)v));

    /// <summary>Takes a value of the second type, known or not; an absent one counts as the default value.</summary>
    /// <param name="value">The input.</param>
    public static implicit operator InputUnion<T0, T1>(Input<T1> value) => new(InputExtensions.ToOutput(value).Apply(v => (Union<T0, T1>)v));

    /// <summary>Takes a value that arrives later, and with it its type.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator InputUnion<T0, T1>(Output<Union<T0, T1>> value) => new(value);
}
