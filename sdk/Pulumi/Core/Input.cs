using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A value given to a resource: plain, or an output of another resource.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly T _value;
    private readonly Output<T>? _output;

    private protected Input(T value) => _value = value;

    private protected Input(Output<T> output)
    {
        _value = default!;
        _output = output ?? throw new ArgumentNullException(nameof(output));
    }

    object? IInput.Serializable => Serializable;

    internal virtual object? Serializable => _output ?? (object?)_value;

    /// <summary>Takes a plain value: known, not secret, depending on nothing.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Input<T>(T value) => new(value);

    /// <summary>Takes an output; the resource that gets it waits for its value and depends on what it depends on.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>Reads an input as an output; an absent one yields the default value.</summary>
    /// <param name="input">The input.</param>
    public static implicit operator Output<T>([AllowNull] Input<T> input) => InputExtensions.ToOutput(input);

    IOutput IInput.AsOutput() => ToOutput();

    internal virtual Output<T> ToOutput() => _output ?? Output.Create(_value);
}
