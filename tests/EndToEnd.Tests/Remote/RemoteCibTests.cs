namespace EndToEnd.Tests.Remote;

/// <summary>Addresses of the kind <c>cib://</c> against a real CIB manager over TLS: reading, comparing, a wrong password.</summary>
[TestFixture]
[Category("Tools")]
public sealed class RemoteCibTests
{
    private const string Password = "not-for-any-message";

    private RemoteCib? _cib;

    [SetUp]
    public async Task StartAsync() => _cib = await RemoteCib.StartAsync(Password);

    [TearDown]
    public async Task StopAsync()
    {
        if (_cib is not null)
        {
            await _cib.DisposeAsync();
        }
    }

    [Test]
    public async Task ShowAndDiff_OverTls_ReadTheConfiguration()
    {
        var shown = await MustAsync("cib", "show", _cib!.Address);
        var xml = await MustAsync("cib", "show", _cib.Address, "--xml");
        var same = await _cib.RunAsync("cib", "diff", _cib.Address, File("same.xml", xml.Output));
        var more = xml.Output.Replace("<resources/>", """<resources><primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2"/></resources>""", StringComparison.Ordinal);
        var different = await _cib.RunAsync("cib", "diff", _cib.Address, File("more.xml", more));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.Output, Does.Contain("ctl1").And.Not.Contain(Password));
            Assert.That(same.ExitCode, Is.Zero, same.ToString());
            Assert.That(different.ExitCode, Is.EqualTo(1), different.ToString());
            Assert.That(different.Output, Does.Contain("+ vip"));
        }
    }

    [Test]
    public async Task Show_WithWrongPassword_SaysSoAndDoesNotRepeatIt()
    {
        var wrong = Path.Combine(_cib!.Folder, "wrong");
        await RemoteCib.WritePasswordAsync(wrong, "not-the-password");

        var shown = await _cib.RunAsync("cib", "show", _cib.Address.Replace(_cib.PasswordFile, wrong, StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown.ExitCode, Is.EqualTo(2), shown.ToString());
            Assert.That(shown.Error, Does.Contain("what").And.Contain("mend").And.Contain("password"));
            Assert.That(shown.All, Does.Not.Contain("not-the-password"));
        }
    }

    private async Task<CommandResult> MustAsync(params string[] arguments)
    {
        var result = await _cib!.RunAsync(arguments);
        Assert.That(result.ExitCode, Is.Zero, result.ToString());
        return result;
    }

    private string File(string name, string text)
    {
        var file = Path.Combine(_cib!.Folder, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }
}
