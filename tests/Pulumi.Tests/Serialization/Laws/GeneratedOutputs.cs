using FsCheck;
using FsCheck.Fluent;
using Pulumi.Utilities;

namespace Pulumi.Tests.Serialization.Laws;

/// <summary>Outputs derived from and joined with each other in all ways that programs have.</summary>
internal static class GeneratedOutputs
{
    public static Gen<OutputTree> Trees => Gen.Sized(size => Tree(Math.Min(size, 24)));

    private static Gen<OutputTree> Leaf
        => from known in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
           from secret in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
           from later in Gen.Elements(true, false)
           from value in Gen.Choose(0, 9)
           from urns in Gen.SubListOf("urn:pulumi:s::p::t:i:T::a", "urn:pulumi:s::p::t:i:T::b", "urn:pulumi:s::p::t:i:T::c")
           select new OutputTree(starts => Make(starts, value, known, secret, later, urns), value, OutputFacts.Of(known, secret, urns), $"{value}");

    private static Gen<OutputTree> Tree(int size)
        => size <= 1
            ? Leaf
            : Gen.Frequency(
                (1, Leaf),
                (2, Tree(size - 1).SelectMany(Derived)),
                (2, Two(size).Select(two => Bind(two.First, two.Second))),
                (2, Gen.Choose(0, 4).SelectMany(n => Gen.ListOf(Tree(size / (n + 1)), n)).Select(parts => All([.. parts]))),
                (2, Two(size).SelectMany(two => Joined(two.First, two.Second))));

    private static Gen<(OutputTree First, OutputTree Second)> Two(int size)
        => from first in Tree(size / 2)
           from second in Tree(size / 2)
           select (first, second);

    private static Output<int> Make(List<TaskCompletionSource<int>> starts, int value, bool known, bool secret, bool later, IEnumerable<string> urns)
    {
        var output = Output.Create(value);
        if (later)
        {
            var start = new TaskCompletionSource<int>(value);
            starts.Add(start);
            output = Output.Create(start.Task);
        }

        output = known ? output : output.Apply(v => OutputUtilities.CreateUnknown(v));
        output = secret ? Output.CreateSecret(output) : output;
        return urns.Aggregate(output, (o, urn) => OutputUtilities.WithDependency(o, new DependencyResource(urn)));
    }

    private static Gen<OutputTree> Derived(OutputTree inner) => Gen.Elements(
        new OutputTree(s => inner.Write(s).Apply(v => v + 1), inner.Value + 1, inner.Facts, $"{inner}.Apply(+1)"),
        new OutputTree(s => inner.Write(s).Apply(async v => { await Task.Yield(); return v + 1; }), inner.Value + 1, inner.Facts, $"{inner}.Apply(async +1)"),
        new OutputTree(s => inner.Write(s).Apply(v => (Input<int>)(v + 1)), inner.Value + 1, inner.Facts, $"{inner}.Apply(input +1)"),
        new OutputTree(s => inner.Write(s).UntypedApply(v => Output.Create((int)v! + 1)), inner.Value + 1, inner.Facts, $"{inner}.UntypedApply(+1)"),
        new OutputTree(s => Output.CreateSecret(inner.Write(s)), inner.Value, inner.Facts with { Secret = true }, $"Secret({inner})"),
        new OutputTree(s => Output.Unsecret(inner.Write(s)), inner.Value, inner.Facts with { Secret = false }, $"Unsecret({inner})"),
        new OutputTree(s => Deferred(inner.Write(s)), inner.Value, inner.Facts, $"Deferred({inner})"),
        new OutputTree(
            s => Output.JsonDeserialize<int>(Output.JsonSerialize(inner.Write(s))), inner.Value, inner.Facts, $"Json({inner})"));

    private static Output<int> Deferred(Output<int> inner)
    {
        var deferred = new DeferredOutput<int>();
        deferred.Resolve(inner);
        return deferred.Output;
    }

    /// <summary>The function of an output that is not known does not run, so nothing of the second one is seen then.</summary>
    private static OutputTree Bind(OutputTree first, OutputTree second) => new(
        s =>
        {
            var inner = second.Write(s);
            return first.Write(s).Apply(v => inner.Apply(w => v + w));
        },
        first.Value + second.Value,
        first.Facts.Known ? first.Facts.And(second.Facts) : first.Facts,
        $"{first}.Apply({second})");

    private static OutputTree All(OutputTree[] parts) => new(
        s => Output.All(parts.Select(p => p.Write(s))).Apply(v => v.Sum()),
        parts.Sum(p => p.Value),
        parts.Aggregate(OutputFacts.Of(true, false, []), (facts, part) => facts.And(part.Facts)),
        $"All({string.Join<OutputTree>(", ", parts)})");

    private static Gen<OutputTree> Joined(OutputTree first, OutputTree second)
    {
        var (value, facts, text) = (first.Value + second.Value, first.Facts.And(second.Facts), $"({first}, {second})");
        return Gen.Elements(
            new OutputTree(s => Output.Tuple(first.Write(s), second.Write(s)).Apply(t => t.Item1 + t.Item2), value, facts, "Tuple" + text),
            new OutputTree(
                s => Output.Tuple<int, int>((Input<int>)first.Write(s), (Input<int>)second.Write(s)).Apply(t => t.Item1 + t.Item2), value, facts, "Inputs" + text),
            new OutputTree(
                s => Output.Format($"{first.Write(s)} {(Input<int>)second.Write(s)}").Apply(t => t.Split(' ').Sum(int.Parse)), value, facts, "Format" + text),
            new OutputTree(
                s => ((Output<System.Collections.Immutable.ImmutableArray<int>>)new InputList<int> { first.Write(s), second.Write(s) }).Apply(v => v.Sum()),
                value,
                facts,
                "InputList" + text));
    }
}
