using HaIac.Cib.Identifiers;

namespace HaIac.Cib.Tests.Identifiers;

internal sealed class IdPoolTests
{
    [Test]
    [Property("Requirement", "N6")]
    public void Take_FreeTakenAndTakenAgain_CountsUp()
    {
        var pool = new IdPool(id => id == "a-b");

        Assert.That(new[] { pool.Take("a", "b"), pool.Take("a", "b"), pool.Take("a", "c") }, Is.EqualTo(new[] { "a-b-1", "a-b-2", "a-c" }));
    }

    [Test]
    public void Take_CharactersThatAnIdCannotHave_AreLeftOut() =>
        Assert.That(new IdPool(_ => false).Take("1vip", "a b:c/#"), Is.EqualTo("vip-abc"));

    [Test]
    [Property("Requirement", "N6")]
    public void Take_IdThatAPartIsDeclaredWith_IsLeftForThatPart()
    {
        var pool = new IdPool(_ => false);
        pool.Reserve(["a-b"]);

        Assert.That((pool.Take("a", "b"), pool.TryTake("a-b")), Is.EqualTo(("a-b-1", true)));
    }

    [Test]
    public void TryTake_ReleasedId_IsFreeOnce()
    {
        var pool = new IdPool(_ => true);
        pool.Release(["a"]);

        Assert.That(new[] { pool.TryTake("a"), pool.TryTake("a"), pool.TryTake("b") }, Is.EqualTo(new[] { true, false, false }));
    }
}
