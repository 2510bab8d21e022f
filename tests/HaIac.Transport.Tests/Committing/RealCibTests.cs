using HaIac.Cib.Constraints;
using HaIac.Cib.Findings;
using HaIac.Cib.Planning;
using HaIac.Cib.Values;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;
using HaIac.Transport.Running;

namespace HaIac.Transport.Tests.Committing;

/// <summary>The committer's rules with Pacemaker's own tools: what a scripted transport assumes of a CIB manager is true.</summary>
[TestFixture]
[Category("Tools")]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
internal sealed class RealCibTests
{
    private CibFile cib = null!;
    private ICibTransport transport = null!;
    private CibCommitter committer = null!;

    [SetUp]
    public void Open()
    {
        HostTools.Require("cibadmin", "crm_verify");
        cib = new CibFile();
        transport = cib.Open();
        committer = new CibCommitter(transport, new CommitSettings { GatherTime = TimeSpan.FromMilliseconds(50), RetryTime = TimeSpan.FromMilliseconds(5) });
    }

    [TearDown]
    public async Task Close()
    {
        if (committer is not null)
        {
            await committer.DisposeAsync();
            await transport.DisposeAsync();
            await cib.DisposeAsync();
        }
    }

    [Test]
    public async Task CommitAsync_StatusMovesBeforeThePatchArrives_LandsAtOnce()
    {
        Before(() => cib.MoveStatusAsync("busy"));

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((receipt.Attempts, cib.Patches), Is.EqualTo((1, 1)));
            Assert.That(cib.Text, Does.Contain("id=\"a\"").And.Contain("crm-debug-origin=\"busy\""));
        }
    }

    [Test]
    [Property("Correction", "M5")]
    [Property("Requirement", "S3")]
    public async Task CommitAsync_OthersChangeAnotherAttributeOfTheSameElement_BothChangesStay()
    {
        Before(() => cib.OthersAsync("--modify", "--scope", "constraints", "--xml-text", "<rsc_location id=\"loc\" role=\"Started\"/>"));

        await committer.CommitAsync([new PutObject(Location("20"), Location("10"))]);

        var live = (await transport.ReadAsync()).FindElement(CibId.Parse("loc"))!;
        Assert.That((live["score"], live["role"]), Is.EqualTo(("20", "Started")));
    }

    [Test]
    public async Task CommitAsync_OthersChangeOurAttribute_IsAConflictAndNothingIsOverwritten()
    {
        Before(() => cib.OthersAsync("--modify", "--scope", "constraints", "--xml-text", "<rsc_location id=\"loc\" score=\"99\"/>"));

        var conflicting = committer.CommitAsync([new PutObject(Location("20"), Location("10"))]);
        var harmless = committer.CommitAsync([Wishes.Create("a")]);

        var fault = await Thrown.ByAsync<CommitException>(() => conflicting.WaitAsync(Commits.Limit));
        await harmless.WaitAsync(Commits.Limit);
        var conflict = fault.Findings[0].Conflict!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((fault.Findings[0].Code, conflict.Object.Value, conflict.Attribute), Is.EqualTo((CibFindingCodes.ChangedByOthers, "loc", "score")));
            Assert.That((conflict.LastApplied, conflict.Live, conflict.Wanted), Is.EqualTo(("10", "99", "20")));
            Assert.That((await transport.ReadAsync()).FindElement(CibId.Parse("loc"))!["score"], Is.EqualTo("99"));
            Assert.That(cib.Text, Does.Contain("id=\"a\""));
        }
    }

    [Test]
    [Property("Requirement", "J3")]
    [Property("Requirement", "S3")]
    public async Task CommitAsync_OthersCreateAndRemoveObjects_IsWorkedOutAnew()
    {
        Before(async () =>
        {
            await cib.OthersAsync("--create", "--scope", "resources", "--xml-text", "<primitive id=\"theirs\" class=\"ocf\" provider=\"pacemaker\" type=\"Dummy\"/>");
            await cib.OthersAsync("--delete", "--xml-text", "<rsc_location id=\"loc\"/>");
        });

        var receipt = await committer.CommitAsync([Wishes.Create("a")]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Attempts, Is.EqualTo(2));
            Assert.That(cib.Text, Does.Contain("id=\"a\"").And.Contain("id=\"theirs\"").And.Not.Contain("id=\"loc\""));
        }
    }

    [Test]
    [Property("Requirement", "N4")]
    public async Task CommitAsync_SchemaRefusesOneCaller_IsToldWithPacemakersReasonAndTheOthersLand([Values(0, 50)] int verifyFirst)
    {
        await committer.DisposeAsync();
        committer = new CibCommitter(transport, new CommitSettings { GatherTime = TimeSpan.FromMilliseconds(50), VerifyFirst = verifyFirst });

        var bad = committer.CommitAsync([Wishes.Create("b"), Refused("bad")]);
        var good = committer.CommitAsync([Wishes.Create("a")]);

        var fault = await Thrown.ByAsync<CommitException>(() => bad.WaitAsync(Commits.Limit));
        await good.WaitAsync(Commits.Limit);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Findings.Select(f => (f.Code, f.EditIndex)), Is.EqualTo(new[] { (CibFindingCodes.SchemaRefused, (int?)1) }));
            Assert.That(fault.Message, Does.Contain("resource-discovery"));
            Assert.That(cib.Patches, Is.EqualTo(verifyFirst == 0 ? 2 : 1), "asked first, the refused batch is never sent");
            Assert.That(cib.Text, Does.Contain("id=\"a\"").And.Not.Contain("id=\"b\"").And.Not.Contain("bad"));
        }
    }

    [Test]
    [Property("Requirement", "N2")]
    public async Task CommitAsync_AnswerGetsLost_IsWrittenOnce([Values] bool landed)
    {
        cib.OnPatch.Enqueue(async send =>
        {
            if (landed)
            {
                Assert.That((await send()).ExitCode, Is.Zero);
            }

            return new CommandResult { ExitCode = CrmExit.Disconnected.Number, Errors = "Connection to the CIB manager lost" };
        });

        await committer.CommitAsync([Wishes.Create("a")]);

        Assert.That((await transport.ReadAsync()).Version.Epoch, Is.EqualTo(2));
    }

    [Test]
    public async Task CommitAsync_PacemakerThatTakesOnlyWholeVersions_LandsUnderStatusTraffic()
    {
        cib.Cibadmin = StrictCibadmin(busyTimes: 4);

        await committer.CommitAsync([Wishes.Create("a")]);
        var receipt = await committer.CommitAsync([new PutObject(Location("20"), Location("10"))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Attempts, Is.EqualTo(1), "status that moves is dealt with where the CIB is");
            Assert.That(cib.Text, Does.Contain("id=\"a\"").And.Contain("score=\"20\"").And.Contain("crm-debug-origin=\"busy\""));
        }
    }

    [Test]
    public async Task CommitAsync_PacemakerThatTakesOnlyWholeVersionsAndOthersWrite_IsWorkedOutAnew()
    {
        cib.Cibadmin = StrictCibadmin(busyTimes: 0);
        await committer.CommitAsync([Wishes.Create("a")]);
        Before(() => cib.OthersAsync("--modify", "--scope", "constraints", "--xml-text", "<rsc_location id=\"loc\" role=\"Started\"/>"));

        var receipt = await committer.CommitAsync([new PutObject(Location("20"), Location("10"))]);

        var live = (await transport.ReadAsync()).FindElement(CibId.Parse("loc"))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(receipt.Attempts, Is.EqualTo(2));
            Assert.That((live["score"], live["role"]), Is.EqualTo(("20", "Started")));
        }
    }

    private static LocationConstraint Location(string score) =>
        new() { Id = CibId.Parse("loc"), Resource = CibId.Parse("web"), Node = NodeName.Parse("ctl1"), Score = Score.Parse(score) };

    private static PutObject Refused(string id) => new(Location("1") with { Id = CibId.Parse(id), Discovery = ResourceDiscovery.Never }, null);

    private void Before(Func<Task> happens) => cib.OnPatch.Enqueue(async send =>
    {
        await happens();
        return await send();
    });

    /// <summary>
    /// cibadmin in front of a CIB manager that refuses a version without num_updates, as newer ones do, and whose status moves right before the next patches.
    /// </summary>
    private string StrictCibadmin(int busyTimes)
    {
        var place = Directory.CreateDirectory(Path.Combine(cib.DirectoryPath, "bin")).FullName;
        var busy = Path.Combine(place, "busy");
        File.WriteAllText(busy, new string('x', busyTimes));
        var wrapper = Path.Combine(place, "cibadmin");
        var real = HostTools.PathOf("cibadmin");
        File.WriteAllText(wrapper, $$"""
            #!/bin/sh
            case " $* " in
            *" --patch "*)
              cat > "{{place}}/patch"
              if grep -q '<source admin_epoch="[0-9]*" epoch="[0-9]*"/>' "{{place}}/patch"; then
                echo "Call failed: Invalid argument" >&2
                exit 70
              fi
              if [ -s "{{busy}}" ]; then
                truncate -s -1 "{{busy}}"
                {{real}} --modify --scope status --xml-text '<node_state id="1" uname="ctl1" crm-debug-origin="busy"/>'
              fi
              exec {{real}} "$@" < "{{place}}/patch"
              ;;
            esac
            exec {{real}} "$@"
            """);
        File.SetUnixFileMode(wrapper, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return wrapper;
    }
}
