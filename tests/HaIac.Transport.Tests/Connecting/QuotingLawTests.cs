using FsCheck;
using FsCheck.Fluent;
using HaIac.Transport.Connecting;
using HaIac.Transport.Running;
using HaIac.Transport.Tests.Committing;

namespace HaIac.Transport.Tests.Connecting;

/// <summary>The law: whatever words a user's values hold, a real POSIX shell hands them on as they are and interprets nothing.</summary>
[TestFixture]
internal sealed class QuotingLawTests
{
    private const string Nasty = "'\"\\$`!*?[]{}()<>|&;~#=%^ \t\n\r\u0001\u001b-abcäß€😀";

    private static readonly Gen<string> Words = Gen.Frequency(
        (3, Gen.Elements(Runes()).ListOf().Select(string.Concat)),
        (1, ArbMap.Default.GeneratorFor<string>().Where(s => s is not null).Select(OnlyText)),
        (1, Gen.Elements("", "-n", "--", "$(touch haiac-was-here)", "'; touch haiac-was-here; '", "`id`", "\\", "'", "''", "a'b", "\n", "!!", "$HOME", "%s")));

    [TestCase("sh")]
    [TestCase("bash")]
    public void Line_AnyWords_ReachTheProgramAsTheyAre(string shell)
    {
        HostTools.Require(shell, "printf");
        using var directory = new TemporaryDirectory();

        Prop.ForAll(Words.ListOf().ToArbitrary(), words =>
        {
            var line = PosixQuoting.Line([HostTools.PathOf("printf"), "%s\\036", .. words, "end"]);
            return Run(shell, $"cd {PosixQuoting.Quote(directory.Path)} && {line}") == string.Concat(words.Append("end").Select(word => word + '\u001e'));
        }).QuickCheckThrowOnFailure();

        Assert.That(Directory.GetFileSystemEntries(directory.Path), Is.Empty, "something of a word was run");
    }

    [Test]
    public void RemoteLine_AnyArgumentsAndEnvironment_ReachTheProgramAsTheyAre()
    {
        HostTools.Require("sh", "timeout", "printf");

        Prop.ForAll(Words.ToArbitrary(), Words.ToArbitrary(), (argument, value) =>
        {
            var line = RemoteLine.Of(new Command
            {
                Program = "sh",
                Arguments = ["-c", "printf '%s\\036%s' \"$1\" \"$HAIAC_VALUE\"", "x", argument],
                Environment = [new("HAIAC_VALUE", value)],
                Timeout = Commits.Limit,
            });
            return Run("sh", line) == $"{argument}\u001e{value}";
        }).QuickCheckThrowOnFailure();
    }

    private static string Run(string shell, string line)
    {
        var result = new LocalCommandRunner().RunAsync(new Command { Program = shell, Arguments = ["-c", line], Timeout = Commits.Limit }).GetAwaiter().GetResult();
        return result.ExitCode == 0 ? result.Output : $"ended with {result.ExitCode}: {result.Errors}";
    }

    private static string[] Runes() => [.. Nasty.EnumerateRunes().Select(rune => rune.ToString())];

    // No argument of any program can hold a zero, and half a character has no bytes. The separator of the test itself is left out too.
    private static string OnlyText(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value is not (0 or 0x1e or 0xfffd)).Select(r => r.ToString()));
}
