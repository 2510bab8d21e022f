namespace Pulumi.Tests.Serialization.Laws;

/// <summary>A generated combination of outputs: how a program writes it, and by simple rules of its own what must come of it.</summary>
/// <param name="Write">Makes the output; starts of values that arrive later are added to the list.</param>
/// <param name="Value">The value, if it is known.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Text">How it was made.</param>
internal sealed record OutputTree(Func<List<TaskCompletionSource<int>>, Output<int>> Write, int Value, OutputFacts Facts, string Text)
{
    public override string ToString() => Text;
}
