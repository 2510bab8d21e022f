using HaIac.Transport.Failing;
using HaIac.Transport.Running;
using HaIac.Transport.Tooling;

namespace HaIac.Transport.Tests.Tooling;

[TestFixture]
internal sealed class ToolFailuresTests
{
    [TestCase(1, "HAI4010", "CRM_EX_ERROR")]
    [TestCase(4, "HAI4103", "CRM_EX_INSUFFICIENT_PRIV")]
    [TestCase(76, "HAI4104", "CRM_EX_PROTOCOL")]
    [TestCase(78, "HAI4101", "CRM_EX_CONFIG")]
    [TestCase(102, "HAI4007", "CRM_EX_DISCONNECT")]
    [TestCase(103, "HAI4102", "CRM_EX_OLD")]
    [TestCase(105, "HAI4022", "CRM_EX_NOSUCH")]
    [TestCase(106, "HAI4006", "CRM_EX_QUORUM")]
    [TestCase(124, "HAI4008", "CRM_EX_TIMEOUT")]
    public void Of_ExitStatus_HasItsCodeNameNodeCommandAndErrors(int exit, string code, string name)
    {
        var fault = Of(exit, "first\n\nsecond\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Code, Is.EqualTo(code));
            Assert.That(fault.Message, Does.Contain($"{exit} ({name})").And.Contain("ctl1").And.Contain("cibadmin --patch").And.Contain("first\n"));
            Assert.That(fault.ErrorLines, Is.EqualTo(new[] { "first", "second" }));
            Assert.That(fault.Message, Does.Not.Contain("<secret/>"));
        }
    }

    [Test]
    public void Of_Any_HasWhatWhereWhyMend()
    {
        var lines = Of(103, "").Message.Split('\n');

        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines[0], Is.EqualTo("HAI4102: Configuration changed in the meantime"));
            Assert.That(lines.Skip(1).Select(l => l.Trim().Split(' ')[0]), Is.EqualTo(new[] { "what", "where", "why", "mend" }));
        }
    }

    [TestCase(124, "", true)]
    [TestCase(102, "Call failed: Transport endpoint is not connected", true)]
    [TestCase(102, "Could not connect to the CIB: Transport endpoint is not connected", false)]
    [TestCase(103, "", false)]
    public void Of_ChangingCommand_KnowsWhetherItMayHaveLanded(int exit, string errors, bool unknown)
    {
        Assert.That(Of(exit, errors).OutcomeUnknown, Is.EqualTo(unknown));
    }

    private static TransportException Of(int exit, string errors) => ToolFailures.Of(
        new Command { Program = "cibadmin", Arguments = ["--patch"], Input = "<secret/>", Timeout = TimeSpan.FromSeconds(1), ChangesCluster = true },
        new CommandResult { ExitCode = exit, Errors = errors, Node = "ctl1" },
        "ssh://ctl1");
}
