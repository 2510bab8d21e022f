using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Services;

/// <summary>Tests of the agent run under the shells that are /bin/sh on one distribution or another.</summary>
[TestFixture("dash")]
[TestFixture("bash --posix")]
public abstract class AgentFixture(string shell)
{
    internal AgentUnderTest Agent { get; private set; } = null!;

    internal string Shell => shell;

    [SetUp]
    public void Prepare()
    {
        Host.Need("memcached", "haproxy", "curl", "ss", "dash", "bash", "setsid", "setpriv");
        Agent = new AgentUnderTest(shell);
    }

    [TearDown]
    public async Task CleanUp()
    {
        if (Agent is not null)
        {
            await Agent.DisposeAsync();
        }
    }
}
