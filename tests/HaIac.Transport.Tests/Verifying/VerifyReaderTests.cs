using HaIac.Transport.Running;
using HaIac.Transport.Verifying;

namespace HaIac.Transport.Tests.Verifying;

[TestFixture]
internal sealed class VerifyReaderTests
{
    [Test]
    public void Read_SchemaErrors_AreGivenOnceWithoutLineNumbersAndBoilerplate()
    {
        var report = Read(78, """
            unknown.xml:27: element rsc_colocation: validity error : IDREF attribute rsc references an unknown ID "nope"
            unknown.xml:27: element rsc_colocation: validity error : IDREF attribute rsc references an unknown ID "nope"
            Entity: line 14: element primitive: Relax-NG validity error : Invalid attribute foo for element primitive
            (main) 	error: CIB did not pass schema validation
            crm_verify: Errors found during check: config not valid
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.ConformsToSchema, Is.False);
            Assert.That(report.SchemaErrors, Is.EqualTo(new[]
            {
                "element rsc_colocation: validity error : IDREF attribute rsc references an unknown ID \"nope\"",
                "element primitive: Relax-NG validity error : Invalid attribute foo for element primitive",
            }));
            Assert.That(report.Errors, Is.Empty);
        }
    }

    [Test]
    public void Read_NoFencingDevice_IsAnErrorThatTheClusterStillTakes()
    {
        var report = Read(78, """
            (unpack_resources) 	error: Resource start-up disabled since no STONITH resources have been defined
            (unpack_config) 	warning: Blind faith: not fencing unseen nodes
            crm_verify: Errors found during check: config not valid
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.ConformsToSchema, Is.True);
            Assert.That(report.Accepted, Is.False);
            Assert.That(report.Errors, Is.EqualTo(new[] { "Resource start-up disabled since no STONITH resources have been defined" }));
            Assert.That(report.Warnings, Is.EqualTo(new[] { "Blind faith: not fencing unseen nodes" }));
        }
    }

    [Test]
    public void Read_WarningsOnly_IsNoRefusalThoughTheCodeIs()
    {
        var report = Read(78, """
            (cluster_status) 	warning: Fencing and resource management disabled due to lack of quorum
            (schedule_fencing_and_shutdowns) 	notice: Unclean nodes will not be fenced until quorum is attained
            crm_verify: Warnings found during check: config may not be valid
            """);

        Assert.That(report.Accepted, Is.True);
        Assert.That(report.Warnings, Is.EqualTo(new[] { "Fencing and resource management disabled due to lack of quorum" }));
    }

    [Test]
    public void Read_RefusedWithoutAWord_IsStillARefusal()
    {
        Assert.That(Read(78, "").ConformsToSchema, Is.False);
    }

    [Test]
    public void Read_NothingSaid_IsAccepted()
    {
        Assert.That(Read(0, "").Accepted, Is.True);
    }

    private static VerifyReport Read(int exit, string errors) => VerifyReader.Read(new CommandResult { ExitCode = exit, Errors = errors });
}
