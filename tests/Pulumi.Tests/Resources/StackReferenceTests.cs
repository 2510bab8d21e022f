using System.Collections.Immutable;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Tests.Resources;

/// <summary>Outputs of other stacks: values, secrets, absence, and previews in which nothing is known.</summary>
internal sealed class StackReferenceTests
{
    [Test]
    public Task GetOutput_PlainAndSecret_KeepsOnlyTheSecretSecret()
        => WithAsync(async reference =>
        {
            Assert.That(await OutputUtilities.GetValueAsync(reference.GetOutput("plain")), Is.EqualTo("open"));
            Assert.That(await Output.IsSecretAsync(reference.GetOutput("plain")), Is.False);
            Assert.That(await OutputUtilities.GetValueAsync(reference.GetOutput("hidden")), Is.EqualTo("hush"));
            Assert.That(await Output.IsSecretAsync(reference.GetOutput("hidden")), Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(reference.GetOutput("missing")), Is.Null);
            Assert.That(await OutputUtilities.GetValueAsync(reference.RequireOutput("plain")), Is.EqualTo("open"));
        });

    [Test]
    public Task GetOutputDetails_EachKind_SaysWhichItIs()
        => WithAsync(async reference =>
        {
            var (plain, hidden, missing) = (
                await reference.GetOutputDetailsAsync("plain"), await reference.GetOutputDetailsAsync("hidden"), await reference.GetOutputDetailsAsync("missing"));
            Assert.That((plain.Value, plain.SecretValue), Is.EqualTo(((object?)"open", (object?)null)));
            Assert.That((hidden.Value, hidden.SecretValue), Is.EqualTo(((object?)null, (object?)"hush")));
            Assert.That((missing.Value, missing.SecretValue), Is.EqualTo(((object?)null, (object?)null)));
        });

    [Test]
    public Task GetValue_Secret_IsRefusedAndPlainIsGiven()
        => WithAsync(async reference =>
        {
            Assert.That(await reference.GetValueAsync("plain"), Is.EqualTo("open"));
            Assert.That(await reference.RequireValueAsync("plain"), Is.EqualTo("open"));
            Assert.That(await reference.GetValueAsync("missing"), Is.Null);
            Assert.That(() => reference.GetValueAsync("hidden"), Throws.InvalidOperationException.With.Message.Contains("secret"));
            Assert.That(() => reference.RequireValueAsync("hidden"), Throws.InvalidOperationException.With.Message.Contains("secret"));
        });

    [Test]
    public void RequireOutput_Missing_FailsWithItsNameAndTheStack()
        => Assert.That(
            () => WithAsync(reference =>
            {
                _ = reference.RequireOutput("missing");
                return Task.CompletedTask;
            }),
            Throws.InstanceOf<RunException>().With.Message.Contains("Required output 'missing' does not exist on stack 'org/other/dev'"));

    [Test]
    public Task Name_OfArgs_WinsOverTheReferencesOwn()
        => WithAsync(
            async reference => Assert.That(await OutputUtilities.GetValueAsync(reference.Id), Is.EqualTo("org/named/dev")),
            new StackReferenceArgs { Name = "org/named/dev" });

    private static Task WithAsync(Func<StackReference, Task> look, StackReferenceArgs? args = null)
        => Deployment.TestAsync(
            new OtherStackMocks(), new TestOptions { IsPreview = false }, () => look(new StackReference("org/other/dev", args)));

    private sealed class OtherStackMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            var outputs = ImmutableDictionary<string, object>.Empty.Add("plain", "open").Add("hidden", "hush");
            object state = args.Inputs.Add("outputs", outputs).Add("secretOutputNames", ImmutableArray.Create("hidden"));
            return Task.FromResult<(string?, object)>((args.Id, state));
        }

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }
}
