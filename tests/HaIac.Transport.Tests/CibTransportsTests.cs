using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;
using HaIac.Transport.Virtual;

namespace HaIac.Transport.Tests;

[TestFixture]
internal sealed class CibTransportsTests
{
    [TestCase("local:", false)]
    [TestCase("ssh://root@ctl1", false)]
    [TestCase("cib://hacluster@ctl1:5557", false)]
    [TestCase("virtual:cluster?nodes=a", true)]
    public async Task Open_EveryKindOfAddress_MakesItsTransportWithoutConnecting(string text, bool isVirtual)
    {
        using var directory = new TemporaryDirectory();

        await using var transport = CibTransports.Open(ClusterAddress.Parse(text, directory.Path));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(transport.Address, Is.EqualTo(text));
            Assert.That((transport.IsVirtual, transport is IVirtualCluster), Is.EqualTo((isVirtual, isVirtual)));
            Assert.That(Directory.GetFileSystemEntries(directory.Path), Is.Empty);
        }
    }

    [Test]
    [Category("Tools")]
    public async Task ReadAsync_LocalHostIsNoMember_SaysThatPacemakerDoesNotRun()
    {
        HostTools.Require("cibadmin");
        if (Directory.GetFiles("/proc", "comm", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1, IgnoreInaccessible = true }).Any(IsPacemaker))
        {
            Assert.Ignore("Pacemaker runs on this host");
        }

        await using var transport = CibTransports.Open(new LocalAddress());

        var fault = await Thrown.ByAsync<TransportException>(() => transport.ReadAsync());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(fault.Kind, Is.EqualTo(TransportFailure.ClusterDown));
            Assert.That(fault.Message, Does.Contain("this host").And.Contain("102 (CRM_EX_DISCONNECT)"));
        }
    }

    private static bool IsPacemaker(string comm)
    {
        try
        {
            return File.ReadAllText(comm).Trim() is "pacemaker-based" or "pacemakerd";
        }
        catch (IOException)
        {
            return false;
        }
    }
}
