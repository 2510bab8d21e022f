using HaIac.Transport.Addressing;
using HaIac.Transport.Failing;

namespace HaIac.Transport.Tests.Addressing;

[TestFixture]
internal sealed class ClusterAddressTests
{
    private const string Base = "/program";

    [TestCase("local:")]
    [TestCase("local")]
    public void Parse_Local_IsThisHost(string text)
    {
        Assert.That(ClusterAddress.Parse(text, Base), Is.InstanceOf<LocalAddress>());
    }

    [Test]
    public void Parse_Virtual_ResolvesTheDirectoryFromTheProgram()
    {
        var address = (VirtualAddress)ClusterAddress.Parse("virtual:./cluster/?nodes=ctl1,ctl2,ctl3", Base);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(address.Directory, Is.EqualTo("/program/cluster"));
            Assert.That(address.Nodes, Is.EqualTo(new[] { "ctl1", "ctl2", "ctl3" }));
            Assert.That(address, Is.EqualTo(ClusterAddress.Parse("virtual:/program/cluster?nodes=ctl1,ctl2,ctl3", "/elsewhere")));
        }
    }

    [Test]
    public void Parse_SshWithEverything_ReadsEverything()
    {
        var address = (SshAddress)ClusterAddress.Parse(
            "ssh://root@ctl1,ctl2:22,[fd00::1],ctl3:2222?identity=keys/id%20one&knownHosts=/etc/known&strictHostKeyChecking=accept-new&connectTimeout=3",
            Base);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(address.User, Is.EqualTo("root"));
            Assert.That(address.Hosts, Is.EqualTo(new SshHost[] { new("ctl1", 2222), new("ctl2", 22), new("fd00::1", 2222), new("ctl3", 2222) }));
            Assert.That(address.IdentityFile, Is.EqualTo("/program/keys/id one"));
            Assert.That(address.KnownHostsFile, Is.EqualTo("/etc/known"));
            Assert.That(address.HostKeyChecking, Is.EqualTo(HostKeyChecking.AcceptNew));
            Assert.That(address.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(3)));
        }
    }

    [Test]
    public void Parse_SshWithJumpHostsAndConfiguration_ReadsThem()
    {
        var address = (SshAddress)ClusterAddress.Parse("ssh://ctl1?jump=admin@bastion:2222,[fd00::9]:23,inner&config=ssh/config", Base);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(address.Jumps.Select(j => j.ToString()), Is.EqualTo(new[] { "admin@bastion:2222", "[fd00::9]:23", "inner" }));
            Assert.That(address.ConfigFile, Is.EqualTo("/program/ssh/config"));
            Assert.That(address, Is.Not.EqualTo(ClusterAddress.Parse("ssh://ctl1?config=ssh/config", Base)));
        }
    }

    [Test]
    public void Parse_RemoteCib_ReadsHostsPortUserAndTls()
    {
        var address = (RemoteCibAddress)ClusterAddress.Parse("cib://admin@ctl1,ctl2:5557?tls=no&passwordFile=secret", Base);
        var plain = (RemoteCibAddress)ClusterAddress.Parse("cib://ctl1:5557", Base);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((address.User, address.Tls, address.PasswordFile), Is.EqualTo(("admin", false, "/program/secret")));
            Assert.That(address.Hosts, Is.EqualTo(new SshHost[] { new("ctl1", 5557), new("ctl2", 5557) }));
            Assert.That((plain.User, plain.Tls, plain.PasswordFile), Is.EqualTo(("hacluster", true, (string?)null)));
        }
    }

    [Test]
    public void Parse_SshWithNothingButAHost_ChecksHostKeys()
    {
        var address = (SshAddress)ClusterAddress.Parse("ssh://ctl1", Base);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(address.User, Is.Null);
            Assert.That(address.Hosts, Is.EqualTo(new SshHost[] { new("ctl1", null) }));
            Assert.That(address.HostKeyChecking, Is.EqualTo(HostKeyChecking.Yes));
        }
    }

    [TestCase("", "empty")]
    [TestCase("http://ctl1", "does not begin with")]
    [TestCase("ssh://", "host name is missing")]
    [TestCase("ssh://root@", "host name is missing")]
    [TestCase("ssh://root@ctl1,,ctl3", "host name is missing")]
    [TestCase("ssh://root@ctl1:0", "no port")]
    [TestCase("ssh://root@ctl1:ssh", "no port")]
    [TestCase("ssh://root@ctl1,ctl1", "more than once")]
    [TestCase("ssh://-oProxyCommand=x@ctl1", "no user name")]
    [TestCase("ssh://root@-oProxyCommand=x", "no host name")]
    [TestCase("ssh://root:secret@ctl1", "password")]
    [TestCase("ssh://ctl1?identty=x", "identity, knownHosts")]
    [TestCase("ssh://ctl1?identity=", "no value")]
    [TestCase("ssh://ctl1?strictHostKeyChecking=maybe", "yes, no or accept-new")]
    [TestCase("ssh://ctl1?connectTimeout=0", "1 to 600")]
    [TestCase("ssh://ctl1?connectTimeout=3&connectTimeout=4", "given twice")]
    [TestCase("ssh://ctl1?jump=", "host name is missing")]
    [TestCase("ssh://ctl1?jump=-oProxyCommand=x", "no host name")]
    [TestCase("ssh://ctl1?jump=me:secret@bastion", "password")]
    [TestCase("ssh://ctl1?config=", "no value")]
    [TestCase("cib://ctl1", "port of ctl1 is missing")]
    [TestCase("cib://hacluster:secret@ctl1:5557", "CIB_passwd")]
    [TestCase("cib://ctl1:5557?tls=true", "yes or no")]
    [TestCase("cib://ctl1:5557?password=x", "accepted: tls and passwordFile")]
    [TestCase("virtual:", "directory is missing")]
    [TestCase("virtual:x?nodes=a,a", "more than once")]
    [TestCase("virtual:x?nodes=a,,b", "no node name")]
    [TestCase("virtual:x?node=a", "accepted: nodes")]
    public void Parse_NoAddress_SaysWhatIsWrongAndWhatIsAccepted(string text, string reason)
    {
        Assert.That(
            () => ClusterAddress.Parse(text, Base),
            Throws.InstanceOf<TransportException>()
                .With.Message.Contain("HAI4001").And.Message.Contain(reason).And.Message.Contain("ssh://user@host1,host2,host3"));
    }

    [Test]
    public void Parse_SeveralFaults_ReportsAllAtOnce()
    {
        Assert.That(
            () => ClusterAddress.Parse("ssh://root@ctl1:99999?strictHostKeyChecking=maybe&colour=red", Base),
            Throws.InstanceOf<TransportException>()
                .With.Message.Contain("99999").And.Message.Contain("maybe").And.Message.Contain("colour"));
    }

    [TestCase("ssh://root:hunter2@ctl1")]
    [TestCase("cib://hacluster:hunter2@ctl1:5557")]
    public void Parse_Password_IsNotPartOfTheMessage(string text)
    {
        Assert.That(
            () => ClusterAddress.Parse(text, Base),
            Throws.InstanceOf<TransportException>().With.Message.Not.Contain("hunter2"));
    }
}
