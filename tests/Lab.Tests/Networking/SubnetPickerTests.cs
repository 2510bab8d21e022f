using HaIac.Labs.Networking;

namespace HaIac.Labs.Tests.Networking;

public class SubnetPickerTests
{
    private const string DefaultRoute = "default via 192.0.2.1 dev eth0\n192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.2\n";

    [Test]
    public void Pick_NothingUsed_GivesThePlaceOfTheId()
    {
        LabSubnet picked = SubnetPicker.Pick("010203", [], DefaultRoute, "");

        Assert.That(picked.Prefix, Is.EqualTo("10.201.2"));
    }

    [TestCase("10.201.2.0/24 dev other scope link", TestName = "a route to the network itself")]
    [TestCase("10.201.2.128/25 dev other scope link", TestName = "a route to a part of it")]
    [TestCase("local 10.201.2.9 dev other table local", TestName = "an address of the host in it")]
    [TestCase("blackhole 10.201.2.0/24", TestName = "a route that leads nowhere")]
    public void Pick_RouteOverlaps_GivesTheNext(string route)
    {
        LabSubnet picked = SubnetPicker.Pick("010203", [], DefaultRoute + route, "");

        Assert.That(picked.Prefix, Is.EqualTo("10.201.3"));
    }

    [Test]
    public void Pick_AnotherLabHasIt_GivesTheNext()
    {
        LabSubnet picked = SubnetPicker.Pick("010203", [new LabSubnet("10.201.2")], DefaultRoute, "");

        Assert.That(picked.Prefix, Is.EqualTo("10.201.3"));
    }

    [Test]
    public void Pick_NameServerInIt_GivesTheNext()
    {
        LabSubnet picked = SubnetPicker.Pick("010203", [], DefaultRoute, "search lan\nnameserver 10.201.2.53\nnameserver ::1\n");

        Assert.That(picked.Prefix, Is.EqualTo("10.201.3"));
    }

    [Test]
    public void Pick_RouteToAllOfTen_SaysSo()
    {
        Assert.That(
            () => SubnetPicker.Pick("010203", [], DefaultRoute + "10.0.0.0/8 dev vpn", ""),
            Throws.TypeOf<LabException>().With.Message.Contains("No free network"));
    }
}
