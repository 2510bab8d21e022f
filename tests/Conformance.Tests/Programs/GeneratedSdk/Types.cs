using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.ComponentModel;
using Pulumi.Serialization;

namespace Pulumi.Depot
{
    [EnumType]
    public readonly struct Colour : IEquatable<Colour>
    {
        private readonly string _value;

        private Colour(string value)
        {
            _value = value ?? throw new ArgumentNullException(nameof(value));
        }

        public static Colour Grey { get; } = new Colour("grey");
        public static Colour Red { get; } = new Colour("red");

        public static bool operator ==(Colour left, Colour right) => left.Equals(right);
        public static bool operator !=(Colour left, Colour right) => !left.Equals(right);

        public static explicit operator string(Colour value) => value._value;

        [EditorBrowsable(EditorBrowsableState.Never)]
        public override bool Equals(object? obj) => obj is Colour other && Equals(other);
        public bool Equals(Colour other) => string.Equals(_value, other._value, StringComparison.Ordinal);

        [EditorBrowsable(EditorBrowsableState.Never)]
        public override int GetHashCode() => _value?.GetHashCode() ?? 0;

        public override string ToString() => _value;
    }

    public enum Floor
    {
        Ground = 0,
        Upper = 1,
    }
}

namespace Pulumi.Depot.Inputs
{
    public sealed class CrateArgs : global::Pulumi.ResourceArgs
    {
        [Input("size", required: true)]
        public Input<int> Size { get; set; } = null!;

        [Input("tags")]
        private InputList<string>? _tags;

        public InputList<string> Tags
        {
            get => _tags ?? (_tags = new InputList<string>());
            set => _tags = value;
        }

        [Input("within")]
        public Input<Inputs.CrateArgs>? Within { get; set; }

        public CrateArgs()
        {
            Size = 10;
        }

        public static new CrateArgs Empty => new CrateArgs();
    }

    /// <summary>For functions: plain values.</summary>
    public sealed class Filter : global::Pulumi.InvokeArgs
    {
        [Input("field", required: true)]
        public string Field { get; set; } = null!;

        [Input("values", required: true)]
        private List<string>? _values;

        public List<string> Values
        {
            get => _values ?? (_values = new List<string>());
            set => _values = value;
        }

        public static new Filter Empty => new Filter();
    }

    /// <summary>For functions whose result is an output.</summary>
    public sealed class FilterInputArgs : global::Pulumi.ResourceArgs
    {
        [Input("field", required: true)]
        public Input<string> Field { get; set; } = null!;

        [Input("values", required: true)]
        private InputList<string>? _values;

        public InputList<string> Values
        {
            get => _values ?? (_values = new InputList<string>());
            set => _values = value;
        }

        public static new FilterInputArgs Empty => new FilterInputArgs();
    }
}

namespace Pulumi.Depot.Outputs
{
    [OutputType]
    public sealed class Crate
    {
        public readonly int Size;
        public readonly ImmutableArray<string> Tags;
        public readonly Outputs.Crate? Within;

        [OutputConstructor]
        private Crate(int size, ImmutableArray<string> tags, Outputs.Crate? within)
        {
            Size = size;
            Tags = tags;
            Within = within;
        }
    }
}
