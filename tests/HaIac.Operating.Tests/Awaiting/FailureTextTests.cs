using HaIac.Operating.Awaiting;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using static HaIac.Operating.Tests.Awaiting.Pictures;

namespace HaIac.Operating.Tests.Awaiting;

/// <summary>What a user reads when a resource does not start, from a status that the scheduler wrote and the real crm_mon reports.</summary>
public sealed class FailureTextTests
{
    [Test]
    [Category("Tools")]
    [Property("Correction", "L6")]
    public async Task StartFailed_RecordedFailureOfOneInstance_NamesAllThereIsToKnow()
    {
        Tools.Need();
        var directory = Directory.CreateTempSubdirectory("haiac-provider-");
        try
        {
            Directory.CreateDirectory(Path.Combine(directory.FullName, "cluster"));
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Recordings", "start-failure-2.1.5.cib.xml"), Path.Combine(directory.FullName, "cluster", "cib.xml"));
            await using var cluster = CibTransports.Open(ClusterAddress.Parse("virtual:cluster", directory.FullName));

            var verdict = RunningRule.Judge(Clone(), Picture(await cluster.StatusAsync()));

            Assert.That(verdict.Finding!.ToString().ReplaceLineEndings("\n"), Is.EqualTo("""
                HAI5104: Resource did not start
                  what   start of api failed on ctl2: exit code 5 (OCF_ERR_INSTALLED: a program or the agent itself is not installed on this node), "User-injected result".
                  where  CIB resource api-clone; node ctl2
                  why    It failed on ctl2 only; ctl1, ctl3 run it.
                  mend   Install what is missing on ctl2; then run up again, the failure is cleaned up for you.
                """.ReplaceLineEndings("\n")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
