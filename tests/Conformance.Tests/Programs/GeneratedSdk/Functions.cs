using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using Pulumi.Serialization;

namespace Pulumi.Depot
{
    public static class FindCrates
    {
        public static Task<FindCratesResult> InvokeAsync(FindCratesArgs args, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeAsync<FindCratesResult>("depot:index/findCrates:findCrates", args ?? new FindCratesArgs(), options.WithDefaults(), Utilities.PackageParameterization());

        public static Output<FindCratesResult> Invoke(FindCratesInvokeArgs args, InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.Invoke<FindCratesResult>("depot:index/findCrates:findCrates", args ?? new FindCratesInvokeArgs(), options.WithDefaults(), Utilities.PackageParameterization());

        public static Output<FindCratesResult> Invoke(FindCratesInvokeArgs args, InvokeOutputOptions options)
            => global::Pulumi.Deployment.Instance.Invoke<FindCratesResult>("depot:index/findCrates:findCrates", args ?? new FindCratesInvokeArgs(), options.WithDefaults(), Utilities.PackageParameterization());
    }

    public static class GetOwner
    {
        public static Output<string> Invoke(InvokeOptions? options = null)
            => global::Pulumi.Deployment.Instance.InvokeSingle<string>("depot:index/getOwner:getOwner", InvokeArgs.Empty, options.WithDefaults());
    }

    public sealed class FindCratesArgs : global::Pulumi.InvokeArgs
    {
        [Input("filters")]
        private List<Inputs.Filter>? _filters;

        public List<Inputs.Filter> Filters
        {
            get => _filters ?? (_filters = new List<Inputs.Filter>());
            set => _filters = value;
        }

        [Input("floor")]
        public Depot.Floor? Floor { get; set; }

        public static new FindCratesArgs Empty => new FindCratesArgs();
    }

    public sealed class FindCratesInvokeArgs : global::Pulumi.InvokeArgs
    {
        [Input("filters")]
        private InputList<Inputs.FilterInputArgs>? _filters;

        public InputList<Inputs.FilterInputArgs> Filters
        {
            get => _filters ?? (_filters = new InputList<Inputs.FilterInputArgs>());
            set => _filters = value;
        }

        [Input("floor")]
        public Input<Depot.Floor>? Floor { get; set; }

        public static new FindCratesInvokeArgs Empty => new FindCratesInvokeArgs();
    }

    [OutputType]
    public sealed class FindCratesResult
    {
        public readonly string Id;
        public readonly ImmutableArray<Outputs.Crate> Crates;
        public readonly ImmutableDictionary<string, string>? Labels;
        public readonly Union<string, int> Where;

        [OutputConstructor]
        private FindCratesResult(string id, ImmutableArray<Outputs.Crate> crates, ImmutableDictionary<string, string>? labels, Union<string, int> where)
        {
            Id = id;
            Crates = crates;
            Labels = labels;
            Where = where;
        }
    }
}
