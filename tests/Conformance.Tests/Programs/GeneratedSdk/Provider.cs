using System;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Depot
{
    [DepotResourceType("pulumi:providers:depot")]
    public partial class Provider : global::Pulumi.ProviderResource
    {
        [Output("site")]
        public Output<string?> Site { get; private set; } = null!;

        public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
            : base("depot", name, args ?? new ProviderArgs(), MakeResourceOptions(options, ""), Utilities.PackageParameterization())
        {
        }

        private static CustomResourceOptions MakeResourceOptions(CustomResourceOptions? options, Input<string>? id)
        {
            var merged = CustomResourceOptions.Merge(new CustomResourceOptions { Version = Utilities.Version }, options);
            merged.Id = id ?? merged.Id;
            return merged;
        }
    }

    public sealed class ProviderArgs : global::Pulumi.ResourceArgs
    {
        [Input("dryRuns", json: true)]
        public Input<bool>? DryRuns { get; set; }

        [Input("site")]
        public Input<string>? Site { get; set; }

        [Input("spares", json: true)]
        private InputList<Inputs.CrateArgs>? _spares;

        public InputList<Inputs.CrateArgs> Spares
        {
            get => _spares ?? (_spares = new InputList<Inputs.CrateArgs>());
            set => _spares = value;
        }

        public ProviderArgs()
        {
            DryRuns = Utilities.GetEnvBoolean("DEPOT_DRY_RUNS") ?? false;
        }

        public static new ProviderArgs Empty => new ProviderArgs();
    }

    public static class Config
    {
        private sealed class __Value<T>
        {
            private readonly Func<T> _getter;
            private T _value = default!;
            private bool _set;

            public __Value(Func<T> getter)
            {
                _getter = getter;
            }

            public T Get() => _set ? _value : _getter();

            public void Set(T value)
            {
                _value = value;
                _set = true;
            }
        }

        private static readonly global::Pulumi.Config __config = new global::Pulumi.Config("depot");

        private static readonly __Value<string?> _site = new __Value<string?>(() => __config.Get("site") ?? Utilities.GetEnv("DEPOT_SITE"));

        public static string? Site
        {
            get => _site.Get();
            set => _site.Set(value);
        }

        private static readonly __Value<ImmutableArray<string>> _owners = new __Value<ImmutableArray<string>>(() => __config.GetObject<ImmutableArray<string>>("owners"));

        public static ImmutableArray<string> Owners
        {
            get => _owners.Get();
            set => _owners.Set(value);
        }

        private static readonly __Value<Types.Access?> _access = new __Value<Types.Access?>(() => __config.GetObject<Types.Access>("access"));

        public static Types.Access? Access
        {
            get => _access.Get();
            set => _access.Set(value);
        }

        public static class Types
        {
            public class Access
            {
                public string? Role { get; set; } = null!;
                public ImmutableDictionary<string, string>? Labels { get; set; } = null!;
            }
        }
    }
}
