namespace Pulumi.Tests.Resources;

/// <summary>Joined options: single values of the second win, lists are joined, and nothing is forgotten.</summary>
internal sealed class ResourceOptionsMergeTests
{
    private static readonly Dictionary<Type, Func<object>> Samples = new()
    {
        [typeof(bool)] = () => true,
        [typeof(string)] = () => "text",
        [typeof(Input<string>)] = () => (Input<string>)"text",
        [typeof(Input<object>)] = () => (Input<object>)"text",
        [typeof(InputList<Resource>)] = () => new InputList<Resource> { new Widget("w" + Guid.NewGuid()) },
        [typeof(List<string>)] = () => new List<string> { "text" },
        [typeof(Dictionary<string, string>)] = () => new Dictionary<string, string> { ["a"] = "b" },
        [typeof(List<Input<Alias>>)] = () => new List<Input<Alias>> { new Alias() },
        [typeof(List<ResourceTransformation>)] = () => new List<ResourceTransformation> { _ => null },
        [typeof(List<ResourceTransform>)] = () => new List<ResourceTransform> { (_, _) => Task.FromResult<ResourceTransformResult?>(null) },
        [typeof(List<ProviderResource>)] = () => new List<ProviderResource> { new("p", "p" + Guid.NewGuid(), ResourceArgs.Empty) },
        [typeof(CustomTimeouts)] = () => new CustomTimeouts { Update = TimeSpan.FromSeconds(3) },
        [typeof(ResourceHookBinding)] = () => new ResourceHookBinding { AfterUpdate = { new ResourceHook("h" + Guid.NewGuid(), (_, _) => Task.CompletedTask) } },
        [typeof(Resource)] = () => new Widget("r" + Guid.NewGuid()),
    };

    [Test]
    public void Merge_TwoCustomOptions_SecondWinsListsJoin()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            ImportId = "first",
            DeleteBeforeReplace = true,
            IgnoreChanges = { "a" },
            HideDiffs = { "a" },
            ReplaceOnChanges = { "a" },
            AdditionalSecretOutputs = { "a" },
            EnvVarMappings = { ["A"] = "1", ["B"] = "1" },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(1) },
            ReplacementTrigger = "a",
            Aliases = { new Alias { Name = "a" } },
        };
        var second = new CustomResourceOptions
        {
            Version = "2",
            DeleteBeforeReplace = false,
            IgnoreChanges = { "b" },
            HideDiffs = { "b" },
            ReplaceOnChanges = { "b" },
            AdditionalSecretOutputs = { "b" },
            EnvVarMappings = { ["B"] = "2" },
            RetainOnDelete = true,
            ReplacementTrigger = "b",
            Aliases = { new Alias { Name = "b" } },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((merged.Protect, merged.Version, merged.ImportId), Is.EqualTo(((bool?)true, "2", "first")));
            Assert.That((merged.DeleteBeforeReplace, merged.RetainOnDelete), Is.EqualTo(((bool?)false, (bool?)true)));
            Assert.That(merged.IgnoreChanges, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(merged.HideDiffs, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(merged.ReplaceOnChanges, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(merged.AdditionalSecretOutputs, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(merged.EnvVarMappings, Is.EqualTo(new Dictionary<string, string> { ["A"] = "1", ["B"] = "2" }));
            Assert.That(merged.CustomTimeouts!.Create, Is.EqualTo(TimeSpan.FromSeconds(1)));
            Assert.That(merged.ReplacementTrigger, Is.SameAs(second.ReplacementTrigger));
            Assert.That(merged.Aliases, Has.Count.EqualTo(2));
            Assert.That(first.IgnoreChanges, Is.EqualTo(new[] { "a" }), "the arguments do not change");
        }
    }

    [Test]
    public async Task Merge_ComponentOptionsWithProvider_JoinsProviders()
    {
        ComponentResourceOptions? merged = null;
        await EngineRun.RunAsync(() =>
        {
            var one = new ProviderResource("one", "one", ResourceArgs.Empty);
            var two = new ProviderResource("two", "two", ResourceArgs.Empty);
            merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { one } }, new ComponentResourceOptions { Provider = two });
        });

        Assert.That(merged!.Provider, Is.Null);
        Assert.That(merged.Providers.Select(p => p.GetResourceName()), Is.EqualTo(new[] { "one", "two" }));
    }

    [Test]
    public void Merge_OfNothing_IsEmptyOptions()
    {
        Assert.That(CustomResourceOptions.Merge(null, null).Protect, Is.Null);
        Assert.That(ComponentResourceOptions.Merge(null, new ComponentResourceOptions { Protect = true }).Protect, Is.True);
    }

    /// <summary>An option that is added later must be merged and copied too, so each property is tried by reflection.</summary>
    [TestCase(typeof(CustomResourceOptions))]
    [TestCase(typeof(ComponentResourceOptions))]
    public async Task Merge_EachProperty_IsTakenFromEitherSide(Type type)
    {
        var missing = new List<string>();
        await EngineRun.RunAsync(() =>
        {
            foreach (var property in type.GetProperties().Where(p => p.CanWrite && p.Name != "Provider"))
            {
                var full = Activator.CreateInstance(type)!;
                property.SetValue(full, Sample(property.PropertyType));
                var expected = Text(property.GetValue(full));
                foreach (var arguments in new[] { new[] { full, null }, [null, full] })
                {
                    var merged = type.GetMethod("Merge")!.Invoke(null, arguments);
                    if (Text(property.GetValue(merged)) != expected)
                    {
                        missing.Add($"{property.Name} of argument {Array.IndexOf(arguments, full) + 1}");
                    }
                }
            }
        });

        Assert.That(missing, Is.Empty);
    }

    private static object Sample(Type type) => Samples[Nullable.GetUnderlyingType(type) ?? type]();

    private static string Text(object? value)
        => value switch
        {
            null => "nothing",
            CustomTimeouts timeouts => $"{timeouts.Create} {timeouts.Update} {timeouts.Delete}",
            ResourceHookBinding hooks => string.Join(",", hooks.AfterUpdate.Select(h => h.Name)),
            Input<string> or Input<object> => "an input",
            InputList<Resource> list => string.Join(",", ((IEnumerable<Input<Resource>>)list.Serializable!).Count()),
            string text => text,
            System.Collections.IEnumerable list => string.Join(",", list.Cast<object>().Select(i => i.GetHashCode())),
            _ => value.ToString()!,
        };
}
