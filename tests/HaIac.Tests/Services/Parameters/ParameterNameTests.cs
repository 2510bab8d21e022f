namespace HaIac.Tests.Services.Parameters;

[TestFixture]
public sealed class ParameterNameTests
{
    [TestCase("monitor-interval")]
    [TestCase("monitorInterval")]
    [TestCase("MonitorInterval")]
    [TestCase("monitor_interval")]
    public void Plain_OfAnySpelling_IsOneName(string name) =>
        Assert.That(ParameterName.Plain(name), Is.EqualTo("monitorinterval"));

    [TestCase("Volume", "volume")]
    [TestCase("PromoteTimeout", "promote-timeout")]
    [TestCase("UseTLS", "use-tls")]
    [TestCase("TLSPort", "tls-port")]
    public void Kebab_OfAMember_SeparatesItsWords(string member, string name) =>
        Assert.That(ParameterName.Kebab(member), Is.EqualTo(name));

    [TestCase("monitor-intervall", "monitor-interval")]
    [TestCase("cloneMaxx", "clone-max")]
    [TestCase("colour", null)]
    public void Nearest_ToAMisspeltName_IsTheOneThatWasMeant(string name, string? expected) =>
        Assert.That(ParameterName.Nearest(name, ["clone-max", "monitor-interval", "monitor-timeout"]), Is.EqualTo(expected));
}
