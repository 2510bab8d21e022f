using HaIac.Engine.Secrets;
using HaIac.Engine.State;

namespace HaIac.Engine.Tests.Secrets;

public sealed class PassphraseSourceTests
{
    [Test]
    public void Get_EmptyVariable_IsAPassphrase()
    {
        var source = new PassphraseSource(name => name == PassphraseSource.Variable ? "" : null, () => "asked");

        Assert.That(source.Get(), Is.Empty);
    }

    [Test]
    public void Get_File_IsTrimmed()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, " secret phrase \n");

        var source = new PassphraseSource(name => name == PassphraseSource.FileVariable ? path : null, () => null);

        Assert.That(source.Get(), Is.EqualTo("secret phrase"));
        File.Delete(path);
    }

    [Test]
    public void Get_NothingSet_AsksOnce()
    {
        var asked = 0;
        var source = new PassphraseSource(_ => null, () => $"answer {++asked}");

        Assert.That(source.Get() + source.Get(), Is.EqualTo("answer 1answer 1"));
    }

    [Test]
    public void Get_NobodyToAsk_NamesBothVariables()
    {
        var source = new PassphraseSource(_ => null, () => null);

        Assert.That(
            source.Get,
            Throws.TypeOf<StateException>().With.Message.Contains(PassphraseSource.Variable).And.Message.Contains(PassphraseSource.FileVariable));
    }

    [Test]
    public void Get_FileThatIsNotThere_NamesIt()
    {
        var source = new PassphraseSource(name => name == PassphraseSource.FileVariable ? "/nowhere/phrase" : null, () => null);

        Assert.That(source.Get, Throws.TypeOf<StateException>().With.Message.Contains("/nowhere/phrase"));
    }
}
