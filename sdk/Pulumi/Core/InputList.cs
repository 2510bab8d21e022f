using System.Collections;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Pulumi;

/// <summary>
/// A list of inputs. Elements stay apart until they are needed, so an element that is still unknown does not hide the
/// others. A collection initializer appends to the list of the property; an assignment replaces that list.
/// </summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // In order: an Input<T> is one element, an Output is any number of elements that arrive later.
    private readonly List<object> _parts;

    /// <summary>Makes an empty list, which is sent as such; a list that is not set at all is not sent.</summary>
    public InputList()
        : this(new List<object>())
    {
    }

    private InputList(List<object> parts)
        : base(default(ImmutableArray<T>)) => _parts = parts;

    private InputList(Output<ImmutableArray<Input<T>>> later)
        : this([later])
    {
    }

    internal override object? Serializable => HasLaterParts ? Elements() : _parts.Cast<Input<T>>().ToImmutableArray();

    private bool HasLaterParts => _parts.Exists(p => p is Output<ImmutableArray<Input<T>>>);

    /// <summary>Makes a list of one element, which may arrive later.</summary>
    /// <param name="value">The element.</param>
    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    /// <summary>Makes a list of one known element.</summary>
    /// <param name="value">The element.</param>
    public static implicit operator InputList<T>(T value) => new([(Input<T>)value]);

    /// <summary>Makes a list of one element that arrives later.</summary>
    /// <param name="value">The element.</param>
    public static implicit operator InputList<T>(Output<T> value) => new([(Input<T>)value]);

    /// <summary>Makes a list of known elements; later changes to the operand do not change it.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(T[] values) => values is null ? null! : Of(values);

    /// <summary>Makes a list of elements that arrive later, each by itself; one that is unknown does not hide the others.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(Output<T>[] values) => values is null ? null! : Of(values);

    /// <summary>Makes a list of elements, some known and some not; one that is unknown does not hide the others.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(Input<T>[] values) => values is null ? null! : Of(values);

    /// <summary>Makes a list of known elements; later changes to the operand do not change it.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(List<T> values) => values is null ? null! : Of(values);

    /// <summary>Makes a list of elements that arrive later, each by itself; one that is unknown does not hide the others.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(List<Output<T>> values) => values is null ? null! : Of(values);

    /// <summary>Makes a list of elements, some known and some not; one that is unknown does not hide the others.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(List<Input<T>> values) => values is null ? null! : Of(values);

    /// <summary>Makes a list of known elements; later changes to the operand do not change it.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values.IsDefault ? [] : values);

    /// <summary>Makes a list of elements that arrive later, each by itself; one that is unknown does not hide the others.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values.IsDefault ? [] : values);

    /// <summary>Makes a list of elements, some known and some not; one that is unknown does not hide the others.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values.IsDefault ? [] : values);

    /// <summary>Makes a list whose length and elements arrive later; while they are unknown, this part of the list is.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(Output<T[]> values) => Later(values);

    /// <summary>Makes a list whose length and elements arrive later; while they are unknown, this part of the list is.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(Output<List<T>> values) => Later(values);

    /// <summary>Makes a list whose length and elements arrive later; while they are unknown, this part of the list is.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => Later(values);

    /// <summary>Makes a list whose length and elements arrive later; while they are unknown, this part of the list is.</summary>
    /// <param name="values">The elements.</param>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values)
        => new(values.Apply(list => list.IsDefault ? [] : list.Select(v => (Input<T>)v).ToImmutableArray()));

    /// <summary>Appends elements, each by itself; <c>null</c> stands for the default value of the type.</summary>
    /// <param name="inputs">The elements.</param>
    public void Add(params Input<T>[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _parts.AddRange(inputs.Select(Element));
    }

    /// <summary>Appends all elements of another list.</summary>
    /// <param name="inputs">The other list; it does not change.</param>
    [OverloadResolutionPriority(1)] // One element converts to a list of one; for elements of type object both overloads fit equally.
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Appends all elements of another list.</summary>
    /// <param name="inputs">The other list; it does not change.</param>
    public void AddRange(InputList<T> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        _parts.AddRange(inputs._parts.ToArray());
    }

    /// <summary>Makes a list of this one's elements and then the other's.</summary>
    /// <param name="other">The other list.</param>
    /// <returns>A new list; neither operand changes.</returns>
    public InputList<T> Concat(InputList<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new([.. _parts, .. other._parts]);
    }

    /// <summary>Yields the elements in order, waiting for those that arrive later.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The elements; a part whose length is unknown in a preview yields nothing.</returns>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await Elements().DataTask.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (data.IsKnown)
        {
            foreach (var element in data.Value)
            {
                yield return element;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"An InputList<{typeof(T).Name}> cannot be walked directly because elements may arrive later: use 'await foreach', or Apply on the list.");

    internal override Output<ImmutableArray<T>> ToOutput()
        => HasLaterParts ? Elements().Apply(elements => Output.All(elements.AsEnumerable())) : Output.All(_parts.Cast<Input<T>>());

    private static InputList<T> Of(IEnumerable<T> values) => new(values.Select(v => (object)(Input<T>)v).ToList());

    private static InputList<T> Of(IEnumerable<Output<T>> values) => new(values.Select(v => (object)(Input<T>)v).ToList());

    private static InputList<T> Of(IEnumerable<Input<T>> values) => new(values.Select(v => (object)Element(v)).ToList());

    private static InputList<T> Later<TList>(Output<TList> values)
        where TList : IEnumerable<T>?
        => new(values.Apply(list => list is null ? [] : list.Select(v => (Input<T>)v).ToImmutableArray()));

    private static Input<T> Element(Input<T>? value) => value ?? default(T)!;

    private Output<ImmutableArray<Input<T>>> Elements()
    {
        var segments = _parts
            .Select(p => p as Output<ImmutableArray<Input<T>>> ?? Output.Create(ImmutableArray.Create((Input<T>)p)));
        return Output.All(segments).Apply(all => all.SelectMany(s => s).ToImmutableArray());
    }
}
