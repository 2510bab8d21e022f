using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace HaIac;

/// <summary>Runs a stack for a test: no engine, no plugin, no cluster.</summary>
/// <example>
/// <code>
/// var run = await StackTest.RunAsync&lt;MyStack&gt;();
/// var engine = run.Resources.OfType&lt;Service&gt;().Single(s => s.GetResourceName() == "heat-engine");
/// Assert.That(await StackTest.ValueAsync(engine.HaMode), Is.EqualTo(HaMode.ActiveActive));
/// </code>
/// </example>
public static class StackTest
{
    /// <summary>Runs a stack.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="preview">Whether it believes to be in a preview.</param>
    /// <exception cref="RunException">The program failed; the message is what a user would read.</exception>
    public static async Task<StackTestRun> RunAsync<TStack>(bool preview = false)
        where TStack : Stack, new()
    {
        var mocks = new EchoMocks();
        var resources = await Deployment.TestAsync<TStack>(mocks, new TestOptions { IsPreview = preview }).ConfigureAwait(false);
        return new StackTestRun(resources, mocks.Registered.ToImmutableDictionary());
    }

    /// <summary>The value of an output.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="output">The output.</param>
    public static Task<T> ValueAsync<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);
}
