using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>Makes outputs of plain values and joins several into one. Joined outputs are known when all are, secret when any is, and depend on all that any depends on.</summary>
public static partial class Output
{
    /// <summary>Makes a known, not secret output of a value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The output.</returns>
    public static Output<T> Create<T>(T value) => new(OutputData<T>.Plain(value));

    /// <summary>Makes a not secret output of a task; the task's failure fails the program.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The task.</param>
    /// <returns>The output.</returns>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    /// <summary>Makes a secret output: the state stores it encrypted and displays mask it.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <returns>The secret output.</returns>
    public static Output<T> CreateSecret<T>(T value)
        => new(new OutputData<T>(ImmutableHashSet<Resource>.Empty, value, true, true));

    /// <summary>Makes a secret output of a task; the task's failure fails the program.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The task.</param>
    /// <returns>The secret output.</returns>
    public static Output<T> CreateSecret<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(OutputTasks.FromAsync(value, isSecret: true));
    }

    /// <summary>The same output, marked secret: the state stores it encrypted and displays mask it.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The output to hide.</param>
    /// <returns>A secret output with the same value and dependencies.</returns>
    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Change(d => d with { IsSecret = true });
    }

    /// <summary>The same output without its secret mark. The value is shown and stored in plain text from here on.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output to open.</param>
    /// <returns>A plain output with the same value and dependencies.</returns>
    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Change(d => d with { IsSecret = false });
    }

    /// <summary>Says whether an output is secret, once it is settled.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    /// <returns><c>true</c> when it is secret.</returns>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).IsSecret;
    }

    /// <summary>Joins inputs of one type. The result is known when all are, and secret when any is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="inputs">The inputs, in the order of the result.</param>
    /// <returns>An output of all values.</returns>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])" />
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
        => OutputTasks.All(inputs.Select(i => i.ToOutput()).ToImmutableArray());

    /// <summary>Joins outputs of one type. The result is known when all are, and secret when any is.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="outputs">The outputs, in the order of the result.</param>
    /// <returns>An output of all values.</returns>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Output{T}[])" />
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => OutputTasks.All(outputs.ToImmutableArray());

    /// <summary>Fills an interpolated string whose holes may be outputs or inputs, in the invariant culture.</summary>
    /// <param name="formattableString">The interpolated string, such as <c>$"http://{address}:{port}"</c>.</param>
    /// <returns>An output of the text.</returns>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        var holes = formattableString.GetArguments().Select(ToUntyped).ToArray();
        return OutputTasks.Join(
            holes,
            values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values));
    }

    /// <summary>Writes a value as JSON. Outputs and inputs inside it are waited for; a secret one makes the text secret, an unknown one unknown.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="options">How to write; default: the serializer's own defaults.</param>
    /// <returns>An output of the JSON text.</returns>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return OutputJson.Serialize(value, options);
    }

    /// <summary>Reads a value from JSON text. Outputs and inputs inside the type become known, and as secret as the text.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="json">The text.</param>
    /// <param name="options">How to read; default: the serializer's own defaults.</param>
    /// <returns>An output of the value; text that is no JSON of that type fails the program.</returns>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return OutputJson.Deserialize<T>(json, options);
    }

    internal static IOutput ToUntyped(object? value)
        => value switch
        {
            IOutput output => output,
            IInput input => input.AsOutput(),
            _ => Create(value),
        };
}
