using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using HaIac.Engine.Events;
using HaIac.Engine.Tests.Kit;
using HaIac.Protocol.Grpc;
using HaIac.Protocol.Messages;

namespace HaIac.Engine.Tests.Misbehaving;

/// <summary>
/// Every method that the engine calls, times every way to fail: the user reads one error with the provider's words at the right resource, the
/// state keeps what is true, the others get through, and the next run of the same provider works.
/// </summary>
[Platform(Exclude = "Win", Reason = "The plugin is started by a script of a shell.")]
internal sealed class FailingProviderTests : BentFixture
{
    private static IEnumerable<TestCaseData> Cases(params string[] methods) =>
        from method in methods
        from kind in BentKinds.All
        where !(method == "Delete" && kind.Name == "NullAnswer")
        select new TestCaseData(method, kind) { TestName = $"{method}_{kind.Name}" };

    private static IEnumerable<TestCaseData> Steps() => Cases("Create", "Update", "Delete");

    private static IEnumerable<TestCaseData> Plans() => Cases("Check", "Diff").Where(c => !Tolerated(c));

    private static IEnumerable<TestCaseData> Configurations() =>
        Cases("Handshake", "CheckConfig", "DiffConfig", "Configure", "Parameterize").Where(c => !Tolerated(c));

    private static IEnumerable<TestCaseData> Functions() => Cases("Invoke", "Call", "Construct");

    private static IEnumerable<TestCaseData> Reads() => Cases("Read");

    [TestCaseSource(nameof(Steps))]
    public async Task Step_ProviderFails_ThatResourceOnly(string method, BentKind kind)
    {
        if (method != "Create")
        {
            Assert.That((await RunAsync(DeploymentKind.Update, Three("v1"))).Succeeded, Is.True, Errors());
        }

        Bend(method, kind);
        var failed = method == "Delete" ? await RunAsync(DeploymentKind.Destroy) : await RunAsync(DeploymentKind.Update, Three("v2"));

        var unhealthy = kind.Name == "Initialization" && method != "Delete";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.Succeeded, Is.False);
            Assert.That(Provider.Times, Is.Positive);
            AssertOneError(method, kind, "::bad");
            Assert.That(Things(), Is.EqualTo((method, unhealthy) switch
            {
                ("Delete", _) => ["bad=v1"],
                (_, true) => ["after=v2", "bad=half", "before=v2"],
                ("Create", _) => ["after=v2", "before=v2"],
                _ => (string[])["after=v2", "bad=v1", "before=v2"],
            }));
            Assert.That(Bad()?.Id, Is.EqualTo(method == "Create" && !unhealthy ? null : "id-bad"));
            Assert.That(Bad()?.InitErrors ?? [], unhealthy ? Is.EqualTo(new[] { "sick on purpose" }) : Is.Empty);
            Assert.That(Engine.State.PendingOperations, Is.Empty);
        }

        await AssertNextRunWorksAsync(method == "Delete");
    }

    [TestCaseSource(nameof(Plans))]
    public async Task Planning_ProviderFails_NothingIsLost(string method, BentKind kind)
    {
        Assert.That((await RunAsync(DeploymentKind.Update, Three("v1"))).Succeeded, Is.True, Errors());
        Bend(method, kind);
        var preview = await RunAsync(DeploymentKind.Update, Three("v2"), isPreview: true);
        AssertOneError(method, kind, "::bad");
        var failed = await RunAsync(DeploymentKind.Update, Three("v2"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(preview.Succeeded || failed.Succeeded, Is.False);
            Assert.That(Provider.Times, Is.GreaterThanOrEqualTo(2));
            AssertOneError(method, kind, "::bad");
            Assert.That(Things(), Does.Contain("before=v2").And.Contain("bad=v1").And.Contain("after=v1"));
            Assert.That(Engine.State.PendingOperations, Is.Empty);
        }

        await AssertNextRunWorksAsync();
    }

    [TestCaseSource(nameof(Reads))]
    public async Task Refresh_ProviderFails_TheEntryStays(string method, BentKind kind)
    {
        Assert.That((await RunAsync(DeploymentKind.Update, Three("v1"))).Succeeded, Is.True, Errors());
        Bend(method, kind);
        var refreshed = await RunAsync(DeploymentKind.Refresh);

        // An object that is there but not healthy was read all the same.
        var unhealthy = kind.Name == "Initialization";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(refreshed.Succeeded, Is.EqualTo(unhealthy));
            Assert.That(Provider.Times, Is.EqualTo(1));
            Assert.That(Things(), Is.EqualTo(new[] { "after=v1", unhealthy ? "bad=half" : "bad=v1", "before=v1" }));
            Assert.That(Engine.State.PendingOperations, Is.Empty);
            if (unhealthy)
            {
                Assert.That(Diagnostics(DiagnosticSeverity.Warning), Has.Some.Contains("sick on purpose"));
            }
            else
            {
                AssertOneError(method, kind, "::bad");
            }
        }

        await AssertNextRunWorksAsync();
    }

    [TestCaseSource(nameof(Reads))]
    public async Task Get_ProviderFails_ThatResourceOnly(string method, BentKind kind)
    {
        Bend(method, kind);
        GrpcException? refusal = null;
        var result = await RunAsync(DeploymentKind.Update, async api =>
        {
            await ThingAsync(api, "before", "v1");
            try
            {
                await api.Channel.CallAsync(ResourceMonitorMethods.ReadResource, new ReadResourceRequest
                {
                    Type = "bent:index:Thing", Name = "bad", Id = "id-bad", Parent = api.Stack, Properties = new Struct(),
                });
            }
            catch (GrpcException e)
            {
                refusal = e;
            }

            await ThingAsync(api, "after", "v1");
        });

        var unhealthy = kind.Name == "Initialization";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Provider.Times, Is.EqualTo(1));
            Assert.That(Things(), Is.EqualTo(unhealthy ? ["after=v1", "bad=half", "before=v1"] : new[] { "after=v1", "before=v1" }), refusal?.Detail);
            Assert.That(Engine.State.PendingOperations, Is.Empty);
            if (!unhealthy)
            {
                Assert.That(result.Succeeded, Is.False);
                AssertOneError(method, kind, "::bad");
            }
        }

        await AssertNextRunWorksAsync();
    }

    [TestCaseSource(nameof(Configurations))]
    public async Task Configuration_ProviderFails_NothingIsLost(string method, BentKind kind)
    {
        Func<WrittenProgram.Api, Task> program(string value) => method == "Parameterize" ? api => MadeAsync(api, value) : Three(value);
        Assert.That((await RunAsync(DeploymentKind.Update, program("v1"))).Succeeded, Is.True, Errors());
        var before = Engine.State.Resources.Select(r => (r.Urn, r.Id, r.Outputs)).ToArray();
        Bend(method, kind);

        var failed = await RunAsync(DeploymentKind.Update, program("v2"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.Succeeded, Is.False);
            Assert.That(Provider.Times, Is.EqualTo(1));
            AssertOneError(method, kind, "");
            Assert.That(Engine.State.Resources.Select(r => (r.Urn, r.Id, r.Outputs)), Is.EquivalentTo(before));
            Assert.That(Engine.State.PendingOperations, Is.Empty);
        }

        // A destroy and a refresh start the provider from the state; they have to tell the same.
        if (method is not ("CheckConfig" or "DiffConfig"))
        {
            foreach (var operation in new[] { DeploymentKind.Refresh, DeploymentKind.Destroy })
            {
                Assert.That((await RunAsync(operation)).Succeeded, Is.False);
                AssertWords(Errors(), method, kind);
                Assert.That(Engine.State.Resources.Select(r => r.Urn), Is.EquivalentTo(before.Select(b => b.Urn)));
            }
        }

        Provider.Method = "";
        Assert.That((await RunAsync(DeploymentKind.Update, program("v3"))).Succeeded, Is.True, Errors());
    }

    [TestCaseSource(nameof(Functions))]
    public async Task Function_ProviderFails_TheProgramReadsItAndGoesOn(string method, BentKind kind)
    {
        Bend(method, kind);
        GrpcException? refusal = null;
        var result = await RunAsync(DeploymentKind.Update, async api =>
        {
            await ThingAsync(api, "before", "v1");
            try
            {
                await AskAsync(api, method);
            }
            catch (GrpcException e)
            {
                refusal = e;
            }

            await ThingAsync(api, "after", "v1");
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Provider.Times, Is.EqualTo(1));
            AssertWords(refusal?.Detail, method, kind);
            Assert.That(result.Succeeded, Is.True, Errors());
            Assert.That(Things(), Is.EqualTo(new[] { "after=v1", "before=v1" }));
        }

        Provider.Method = "";
        Assert.That((await RunAsync(DeploymentKind.Update, api => AskAsync(api, method))).Succeeded, Is.True, Errors());
    }

    // Whoever does not check, compare configurations or know the handshake says so by this answer.
    private static bool Tolerated(TestCaseData test) => test.TestName is "Check_NotImplemented" or "CheckConfig_NotImplemented"
        or "DiffConfig_NotImplemented" or "Handshake_NotImplemented";

    private static Task AskAsync(WrittenProgram.Api api, string method) => method switch
    {
        "Invoke" => api.Channel.CallAsync(ResourceMonitorMethods.Invoke, new ResourceInvokeRequest { Tok = "bent:index:f", Args = new Struct() }),
        "Call" => api.Channel.CallAsync(ResourceMonitorMethods.Call, new ResourceCallRequest { Tok = "bent:index:Thing/m", Args = new Struct() }),
        _ => api.RegisterAsync("bent:index:Component", "bad", request =>
        {
            request.Custom = false;
            request.Remote = true;
        }),
    };

    private static async Task MadeAsync(WrittenProgram.Api api, string value)
    {
        var made = await api.Channel.CallAsync(ResourceMonitorMethods.RegisterPackage, new RegisterPackageRequest
        {
            Name = "bent",
            Version = "1.0.0",
            Parameterization = new Parameterization { Name = "made", Version = "1.0.0", Value = ByteString.CopyFromUtf8("p") },
        });
        await api.RegisterAsync("made:index:Thing", "bad", request =>
        {
            request.PackageRef = made.Ref;
            request.Object = WrittenProgram.Api.Fields(new { value });
        });
    }

    private static void AssertWords(string? text, string method, BentKind kind)
    {
        foreach (var line in string.Format(kind.Text, method).Split('\n'))
        {
            Assert.That(text, Does.Contain(line).And.Not.Contain("Bug in HaIac").And.Not.Contain("   at "));
        }
    }

    private void Bend(string method, BentKind kind) => (Provider.Method, Provider.How, Provider.Times) = (method, kind.How, 0);

    private string Errors() => string.Join('\n', Engine.Events.Errors);

    private IEnumerable<string> Diagnostics(DiagnosticSeverity severity) =>
        Engine.Events.Events.OfType<DiagnosticEvent>().Where(e => e.Severity == severity).Select(e => e.Message);

    // The last error is the one about the operation as a whole.
    private void AssertOneError(string method, BentKind kind, string urnEnd)
    {
        var errors = Engine.Events.Events.OfType<DiagnosticEvent>().Where(e => e.Severity == DiagnosticSeverity.Error && e.Urn.Length > 0).ToList();
        Assert.That(errors, Has.Count.EqualTo(1), Errors());
        Assert.That(errors.FirstOrDefault()?.Urn, Does.EndWith(urnEnd));
        AssertWords(errors.FirstOrDefault()?.Message, method, kind);
    }

    private async Task AssertNextRunWorksAsync(bool destroy = false)
    {
        Provider.Method = "";
        if (destroy)
        {
            Assert.That((await RunAsync(DeploymentKind.Destroy)).Succeeded, Is.True, Errors());
            Assert.That(Engine.State.Resources, Is.Empty);
            return;
        }

        Assert.That((await RunAsync(DeploymentKind.Update, Three("v3"))).Succeeded, Is.True, Errors());
        Assert.That(Things(), Is.EqualTo(new[] { "after=v3", "bad=v3", "before=v3" }));
        Assert.That(Bad()!.InitErrors, Is.Empty);
    }
}
