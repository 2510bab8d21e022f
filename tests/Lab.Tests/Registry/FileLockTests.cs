using HaIac.Labs.Registry;

namespace HaIac.Labs.Tests.Registry;

public class FileLockTests
{
    private string _file = "";

    [SetUp]
    public void MakeName() => _file = Path.Combine(Path.GetTempPath(), $"haiac-lock-{Guid.NewGuid():n}");

    [TearDown]
    public void Remove() => File.Delete(_file);

    [Test]
    public void TryTake_HeldByAnother_GivesNothing()
    {
        using FileStream? first = FileLock.TryTake(_file);

        using FileStream? second = FileLock.TryTake(_file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.Not.Null);
            Assert.That(second, Is.Null);
        }
    }

    [Test]
    public void TryTake_GivenBack_Takes()
    {
        FileLock.TryTake(_file)!.Dispose();

        using FileStream? again = FileLock.TryTake(_file);

        Assert.That(again, Is.Not.Null);
    }

    [Test]
    public void TakeAsync_HeldTooLong_SaysWhichLock()
    {
        using FileStream? held = FileLock.TryTake(_file);

        Assert.That(
            async () => await FileLock.TakeAsync(_file, TimeSpan.Zero, CancellationToken.None),
            Throws.TypeOf<LabException>().With.Message.Contains(_file));
    }
}
