using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.Depot
{
    [DepotResourceType("depot:index/shelf:Shelf")]
    public partial class Shelf : global::Pulumi.CustomResource
    {
        [Output("boards")]
        public Output<int> Boards { get; private set; } = null!;

        [Output("colour")]
        public Output<Colour?> Colour { get; private set; } = null!;

        [Output("crates")]
        public Output<ImmutableArray<Outputs.Crate>> Crates { get; private set; } = null!;

        [Output("keepers")]
        public Output<ImmutableDictionary<string, object>?> Keepers { get; private set; } = null!;

        [Output("labels")]
        public Output<ImmutableDictionary<string, string>?> Labels { get; private set; } = null!;

        [Output("lock")]
        public Output<Union<string, Outputs.Crate>?> Lock { get; private set; } = null!;

        [Output("pin")]
        public Output<string?> Pin { get; private set; } = null!;

        public Shelf(string name, ShelfArgs args, CustomResourceOptions? options = null)
            : base("depot:index/shelf:Shelf", name, args ?? new ShelfArgs(), MakeResourceOptions(options, ""), Utilities.PackageParameterization())
        {
        }

        private Shelf(string name, Input<string> id, ShelfState? state = null, CustomResourceOptions? options = null)
            : base("depot:index/shelf:Shelf", name, state, MakeResourceOptions(options, id), Utilities.PackageParameterization())
        {
        }

        private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
        {
            var defaultOptions = new CustomResourceOptions
            {
                Version = Utilities.Version,
                Aliases =
                {
                    new global::Pulumi.Alias { Type = "depot:index/rack:Rack" },
                },
                AdditionalSecretOutputs =
                {
                    "pin",
                },
                ReplaceOnChanges =
                {
                    "crates[*].size",
                },
            };
            var merged = CustomResourceOptions.Merge(defaultOptions, options);
            merged.Id = id ?? merged.Id;
            return merged;
        }

        public static Shelf Get(string name, Input<string> id, ShelfState? state = null, CustomResourceOptions? options = null)
            => new Shelf(name, id, state, options);

        public global::Pulumi.Output<ShelfCountResult> Count(ShelfCountArgs? args = null)
            => global::Pulumi.Deployment.Instance.Call<ShelfCountResult>("depot:index/shelf:Shelf/count", args ?? new ShelfCountArgs(), this);
    }

    public sealed class ShelfArgs : global::Pulumi.ResourceArgs
    {
        [Input("boards", required: true)]
        public Input<int> Boards { get; set; } = null!;

        [Input("colour")]
        public Input<Colour>? Colour { get; set; }

        [Input("crates")]
        private InputList<Inputs.CrateArgs>? _crates;

        public InputList<Inputs.CrateArgs> Crates
        {
            get => _crates ?? (_crates = new InputList<Inputs.CrateArgs>());
            set => _crates = value;
        }

        [Input("keepers")]
        private InputMap<object>? _keepers;

        public InputMap<object> Keepers
        {
            get => _keepers ?? (_keepers = new InputMap<object>());
            set => _keepers = value;
        }

        [Input("labels")]
        private InputMap<string>? _labels;

        public InputMap<string> Labels
        {
            get => _labels ?? (_labels = new InputMap<string>());
            set => _labels = value;
        }

        [Input("lock")]
        public InputUnion<string, Inputs.CrateArgs>? Lock { get; set; }

        [Input("marks")]
        private InputList<Union<string, int>>? _marks;

        public InputList<Union<string, int>> Marks
        {
            get => _marks ?? (_marks = new InputList<Union<string, int>>());
            set => _marks = value;
        }

        [Input("pin")]
        private Input<string>? _pin;

        public Input<string>? Pin
        {
            get => _pin;
            set
            {
                var emptySecret = Output.CreateSecret(0);
                _pin = Output.Tuple<Input<string>?, int>(value, emptySecret).Apply(t => t.Item1);
            }
        }

        [Input("rules", json: true)]
        public Input<object>? Rules { get; set; }

        public ShelfArgs()
        {
            Colour = Depot.Colour.Grey;
        }

        public static new ShelfArgs Empty => new ShelfArgs();
    }

    public sealed class ShelfState : global::Pulumi.ResourceArgs
    {
        [Input("boards")]
        public Input<int>? Boards { get; set; }

        public static new ShelfState Empty => new ShelfState();
    }

    public sealed class ShelfCountArgs : global::Pulumi.CallArgs
    {
        [Input("only")]
        public Input<string>? Only { get; set; }

        public static new ShelfCountArgs Empty => new ShelfCountArgs();
    }

    [OutputType]
    public sealed class ShelfCountResult
    {
        public readonly int Crates;

        [OutputConstructor]
        private ShelfCountResult(int crates)
        {
            Crates = crates;
        }
    }
}
