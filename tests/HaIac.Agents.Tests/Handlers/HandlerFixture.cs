using HaIac.Agents.Tests.Running;

namespace HaIac.Agents.Tests.Handlers;

/// <summary>Tests of the debug handler in one shell: each has a handler of its own.</summary>
/// <param name="shell">The shell that runs it.</param>
public abstract class HandlerFixture(string shell)
{
    /// <summary>The shell.</summary>
    protected string Shell => shell;

    /// <summary>The handler.</summary>
    private protected HandlerUnderTest Handler { get; private set; } = null!;

    [SetUp]
    public void Prepare()
    {
        Host.Need("crm_resource", "crm_mon", "cibadmin", "dash", "bash");
        Handler = new HandlerUnderTest(shell);
    }

    [TearDown]
    public void CleanUp() => Handler?.Dispose();
}
