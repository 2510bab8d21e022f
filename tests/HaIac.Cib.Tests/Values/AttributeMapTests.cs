using HaIac.Cib.Values;

namespace HaIac.Cib.Tests.Values;

internal sealed class AttributeMapTests
{
    [Test]
    public void Equals_SamePairsInAnotherOrder_IsTrue()
    {
        var (one, other) = (AttributeMap.Of(("a", "1"), ("b", "2")), AttributeMap.Of(("b", "2"), ("a", "1")));

        Assert.That(one, Is.EqualTo(other));
        Assert.That(one.GetHashCode(), Is.EqualTo(other.GetHashCode()));
    }

    [Test]
    public void Of_NameTwice_KeepsTheLastValueAtTheFirstPlace() =>
        Assert.That(AttributeMap.Of(("a", "1"), ("b", "2"), ("a", "3")).ToString(), Is.EqualTo("a=3 b=2"));

    [Test]
    public void SetAndWithout_LeaveTheOriginalAlone()
    {
        var map = AttributeMap.Of(("a", "1"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(map.Set("b", "2").Keys, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(map.Without("a"), Is.EqualTo(AttributeMap.Empty));
            Assert.That(map.Find("a"), Is.EqualTo("1"));
        }
    }

    [Test]
    public void ValueList_EqualItems_AreEqual()
    {
        ValueList<string> list = ["a", "b"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Equals(ValueList.Create<string>(["a", "b"])));
            Assert.That(list.Equals(["b", "a"]), Is.False);
            Assert.That(list.GetHashCode(), Is.EqualTo(ValueList.Create<string>(["a", "b"]).GetHashCode()));
        }
    }
}
