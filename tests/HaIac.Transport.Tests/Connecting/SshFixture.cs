using HaIac.Transport.Addressing;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>Real sshd on the loopback interface; Pacemaker's tools at their other end work on a CIB file.</summary>
internal abstract class SshFixture
{
    protected TemporaryDirectory TestDirectory { get; private set; } = null!;

    protected string Cib { get; private set; } = null!;

    protected List<SshServer> Servers { get; private set; } = [];

    [OneTimeSetUp]
    public void MakeKeys()
    {
        HostTools.Require("sshd", "ssh", "ssh-keygen", "cibadmin", "crm_mon", "crm_simulate", "crm_verify");
        if (Environment.UserName != "root")
        {
            Assert.Ignore("a private sshd lets only root log in, and these tests do not run as root");
        }

        TestDirectory = new TemporaryDirectory();
        SshServer.MakeKeys(TestDirectory);
    }

    [OneTimeTearDown]
    public void RemoveKeys() => TestDirectory?.Dispose();

    [SetUp]
    public async Task StartServer()
    {
        await using var model = CibTransports.Open(ClusterAddress.Parse($"virtual:{Guid.NewGuid():n}?nodes=ctl1,ctl2,ctl3", TestDirectory.Path));
        Cib = TestDirectory.Write($"{Guid.NewGuid():n}.xml", (await model.ReadAsync()).ToXml());
        Servers = [await SshServer.StartAsync(TestDirectory, Cib)];
    }

    [TearDown]
    public void StopServers() => Servers.ForEach(s => s.Dispose());

    protected string Address(string key = "user", string known = "known", int? port = null, string? hosts = null) =>
        $"ssh://root@{hosts ?? $"127.0.0.1:{port ?? Servers[0].Port}"}?identity={key}&knownHosts={known}&connectTimeout=120";

    protected ICibTransport Open(string address) => CibTransports.Open(ClusterAddress.Parse(address, TestDirectory.Path));
}
