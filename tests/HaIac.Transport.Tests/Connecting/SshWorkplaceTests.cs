using HaIac.Transport.Addressing;
using HaIac.Transport.Connecting;

namespace HaIac.Transport.Tests.Connecting;

[TestFixture]
internal sealed class SshWorkplaceTests
{
    [Test]
    public void Dispose_RemovesTheDirectory()
    {
        var place = SshWorkplace.Make();

        place.Dispose();

        Assert.That(Directory.Exists(place.Directory), Is.False);
    }

    [Test]
    public void RemoveDead_KeepsTheLivingAndTheYoungAndRemovesTheDead()
    {
        using var directory = new TemporaryDirectory();
        var dead = Directory.CreateDirectory(directory.File("haiac-ssh-dead")).FullName;
        File.WriteAllText(Path.Combine(dead, "lock"), "");
        File.WriteAllText(Path.Combine(dead, "0"), "");
        var living = Directory.CreateDirectory(directory.File("haiac-ssh-living")).FullName;
        using var held = new FileStream(Path.Combine(living, "lock"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        Directory.CreateDirectory(directory.File("haiac-ssh-young"));
        var old = Directory.CreateDirectory(directory.File("haiac-ssh-old")).FullName;
        Directory.SetLastWriteTimeUtc(old, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Directory.CreateDirectory(directory.File("somebody-else"));

        SshWorkplace.RemoveDead(directory.Path);

        Assert.That(Directory.GetDirectories(directory.Path).Select(Path.GetFileName).Order(), Is.EqualTo(new[] { "haiac-ssh-living", "haiac-ssh-young", "somebody-else" }));
    }

    [Test]
    public void ConfigFor_JumpHosts_HoldsTheAddressesKeysAndThenTheUsersOwnConfiguration()
    {
        using var place = SshWorkplace.Make();
        var address = (SshAddress)ClusterAddress.Parse("ssh://ctl1?identity=/k e y&knownHosts=/known&jump=a&connectTimeout=7", "/");

        var config = File.ReadAllLines(place.ConfigFor(address)!);

        Assert.That(config, Is.EqualTo(new[]
        {
            "Host *", "  BatchMode yes", "  LogLevel ERROR", "  ConnectTimeout 7", "  StrictHostKeyChecking yes", "  UserKnownHostsFile \"/known\"",
            "  GlobalKnownHostsFile /dev/null", "  IdentityFile \"/k e y\"", "  IdentitiesOnly yes", "Include ~/.ssh/config", "Include /etc/ssh/ssh_config",
        }));
    }
}
