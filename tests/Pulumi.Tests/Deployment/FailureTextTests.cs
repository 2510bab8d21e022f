using HaIac.Protocol.Grpc;

namespace Pulumi.Tests.Deployments;

internal sealed class FailureTextTests
{
    [Test]
    public void Of_RunException_IsItsMessage()
        => Assert.That(FailureText.Of(new RunException("mend it")), Is.EqualTo("mend it"));

    [Test]
    public void Of_CauseThatIsQuotedAlready_IsNotRepeated()
    {
        var text = FailureText.Of(new InvalidOperationException("property: broke", new FormatException("broke")));

        Assert.That(text, Does.Contain("System.InvalidOperationException: property: broke\n   why"));
    }

    [Test]
    public void Of_OtherCause_IsAdded()
    {
        var text = FailureText.Of(new InvalidOperationException("outer", new FormatException("inner")));

        Assert.That(text, Does.Contain("outer\n ---> System.FormatException: inner\n"));
    }

    [Test]
    public void Of_ThrownException_NamesThePlaceAndNoFrames()
    {
        Exception thrown;
        try
        {
            throw new InvalidOperationException("x");
        }
        catch (InvalidOperationException e)
        {
            thrown = e;
        }

        var text = FailureText.Of(thrown);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("System.InvalidOperationException: x\n   where  "));
            Assert.That(text, Does.Match(@"FailureTextTests\.cs, line \d+"));
            Assert.That(text, Does.Contain("   mend   "));
            Assert.That(text, Does.Not.Contain("   at "));
        }
    }

    [Test]
    public void IsAlreadyReported_MonitorShutDown_IsTrue()
    {
        var cause = new GrpcException(GrpcStatusCode.Unavailable, "resource monitor shut down");

        Assert.That(FailureText.IsAlreadyReported(new InvalidOperationException("passed on", cause)), Is.True);
        Assert.That(FailureText.IsAlreadyReported(new GrpcException(GrpcStatusCode.Unavailable, "cannot be reached")), Is.False);
    }
}
