using HaIac.Engine.State;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>The user stops the operation while the provider is at work: what it finishes is stored, what it leaves is told, the next run works.</summary>
[Platform(Exclude = "Win", Reason = "The plugin is started by a script of a shell.")]
internal sealed class CancelledProviderTests : BentFixture
{
    [Test]
    public async Task Cancel_ProviderHonoursIt_FailsThatResourceAndKeepsTheState([Values("Create", "Update", "Delete", "Read", "Check", "Diff")] string method)
    {
        using var cancel = new CancellationTokenSource();
        await PrepareAsync(method);
        Provider.How = async (_, ct) =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, ct);
            return null;
        };

        var result = await StartAsync(method, cancel.Token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Cancelled, Is.True);
            Assert.That(result.Succeeded, Is.False);
            Assert.That(Engine.Events.Errors, Has.One.Contains($"{method} was cancelled."));
            Assert.That(Engine.Events.Errors, Has.Some.Contains("canceled"));
            Assert.That(Bad()?.Id, Is.EqualTo(method == "Create" ? null : "id-bad"));
            Assert.That(Bad()?.Outputs["value"].ToString(), method == "Create" ? Is.Null : Does.Contain("v1"));
            Assert.That(Engine.State.PendingOperations, Is.Empty);
        }

        await AssertNextRunWorksAsync();
    }

    [Test]
    public async Task Cancel_ProviderFinishesAllTheSame_IsStored([Values("Create", "Update", "Delete", "Read")] string method)
    {
        using var cancel = new CancellationTokenSource();
        await PrepareAsync(method);
        Provider.How = async (answer, _) =>
        {
            await cancel.CancelAsync();
            return answer;
        };

        var result = await StartAsync(method, cancel.Token);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Cancelled, Is.True);
            Assert.That(Bad()?.Outputs["value"].ToString(), method switch
            {
                "Delete" => Is.Null,
                "Read" => Does.Contain("v1"),
                _ => Does.Contain("v2"),
            });
            Assert.That(Engine.State.PendingOperations, Is.Empty);
        }

        await AssertNextRunWorksAsync();
    }

    [Test]
    public async Task Abort_ProviderIgnoresEverything_EndsAtOnceAndKeepsANote([Values("Create", "Update", "Delete", "Read")] string method)
    {
        using var abort = new CancellationTokenSource();
        var never = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
        await PrepareAsync(method);

        // One at a time, so that only one is given up.
        Engine.Parallel = 1;
        Engine.Abort = abort.Token;
        Provider.How = async (_, _) =>
        {
            await abort.CancelAsync();
            return await never.Task;
        };

        await StartAsync(method, CancellationToken.None);
        never.SetResult(null);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Engine.Events.Errors, Has.One.Contains("HAI1452"));
            Assert.That(Engine.State.PendingOperations.Select(operation => operation.Kind), Is.EqualTo(method switch
            {
                "Create" => [PendingOperationKind.Creating],
                "Update" => [PendingOperationKind.Updating],
                "Delete" => [PendingOperationKind.Deleting],
                _ => Array.Empty<PendingOperationKind>(),
            }));
            Assert.That(Bad()?.Id, Is.EqualTo(method == "Create" ? null : "id-bad"));
        }

        Engine.Abort = CancellationToken.None;
        await AssertNextRunWorksAsync();
    }

    private async Task PrepareAsync(string method)
    {
        if (method != "Create")
        {
            Assert.That((await RunAsync(DeploymentKind.Update, Three("v1"))).Succeeded, Is.True);
        }

        Provider.Method = method;
    }

    private Task<DeploymentResult> StartAsync(string method, CancellationToken cancel) => method switch
    {
        "Delete" => RunAsync(DeploymentKind.Destroy, null, cancel),
        "Read" => RunAsync(DeploymentKind.Refresh, null, cancel),
        _ => RunAsync(DeploymentKind.Update, Three("v2"), cancel),
    };

    private async Task AssertNextRunWorksAsync()
    {
        Provider.Method = "";
        Assert.That((await RunAsync(DeploymentKind.Update, Three("v3"))).Succeeded, Is.True, string.Join('\n', Engine.Events.Errors));
        Assert.That(Things(), Is.EqualTo(new[] { "after=v3", "bad=v3", "before=v3" }));
    }
}
