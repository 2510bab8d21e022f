using HaIac.Protocol.Properties;
using Pulumi.Tests.Serialization.Limits;
using Pulumi.Utilities;

namespace Pulumi.Tests.Serialization;

/// <summary>References that the engine returns.</summary>
[CancelAfter(60_000)]
internal sealed class ReferencedResourceTests
{
    [Test]
    public async Task Convert_UnknownType_IsAStandInWithUrnAndId()
    {
        var value = Wire.Convert<Resource>(new WireReference("urn:pulumi:s::p::t:i:Never::n", new WireText("id-1"), null), out var warnings).Value;

        Assert.That(warnings, Is.Empty);
        Assert.That(await OutputUtilities.GetValueAsync(((CustomResource)value!).Id), Is.EqualTo("id-1"));
        Assert.That(await OutputUtilities.GetValueAsync(((Resource)value).Urn), Is.EqualTo("urn:pulumi:s::p::t:i:Never::n"));
        Assert.That(await Wire.SerializeAsync(value), Is.EqualTo(new WireReference("urn:pulumi:s::p::t:i:Never::n", new WireText("id-1"), null)));
    }

    [Test]
    public async Task Convert_KnownType_IsOfTheClassThatIsMarkedAndNotOfOneDerivedFromIt()
    {
        await using var engine = await EchoEngine.StartAsync();

        var type = await engine.RunAsync(() =>
        {
            var reference = new WireReference("urn:pulumi:s::p::test:refs:Marked::n", new WireText("id-1"), null);
            return Task.FromResult(Wire.Convert<Resource>(reference, out _).Value!.GetType());
        });

        Assert.That(type, Is.EqualTo(typeof(Marked)));
    }

    [Test]
    public void Convert_ManyReferences_CostsOneSearch()
    {
        var list = new WireList(Enumerable.Range(0, 20_000).Select(i => (WireValue)new WireReference($"urn:pulumi:s::p::t:i:Never::{i}", null, null)).ToValueList());
        Wire.Convert<object>(list, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Wire.Convert<object>(list, out _);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / 20_000;

        // A search walks over all assemblies of the process, which takes more than that for the list of them alone.
        Assert.That(each, Is.LessThan(2_500));
    }

    [ResourceType("test:refs:Marked", null)]
    private class Marked(string name, CustomResourceOptions? options = null)
        : CustomResource("test:refs:Marked", name, null, options);

    private sealed class Derived(string name, CustomResourceOptions? options = null) : Marked(name, options);
}
