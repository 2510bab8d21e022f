using System.Collections.Immutable;

namespace Pulumi.Tests.Serialization.Limits;

/// <summary>Values of any depth, built and measured without recursion.</summary>
internal static class Nested
{
    /// <summary>A text inside so many lists, objects, secrets and outputs.</summary>
    public static object Of(string kind, int levels)
    {
        object value = "deep";
        for (var level = 0; level < levels; level++)
        {
            var inner = value;
            value = (kind == "mix" ? level % 4 : kind switch { "list" => 0, "object" => 1, "secret" => 2, "output" => 3, _ => 4 }) switch
            {
                0 => new List<object> { value },
                1 => new Dictionary<string, object> { ["a"] = value },
                2 => Output.CreateSecret<object>(new object[] { value }),
                3 => Output.Create(Task.Delay(0).ContinueWith(_ => (object)ImmutableArray.Create(inner), TaskScheduler.Default)),
                _ => Output.Create(value),
            };
        }

        return value;
    }

    /// <summary>How many lists and objects stand around the text.</summary>
    public static int LevelsOf(object? value)
    {
        var levels = 0;
        while (true)
        {
            switch (value)
            {
                case ImmutableArray<object?> list:
                    value = list.Single();
                    break;
                case ImmutableDictionary<string, object?> map:
                    value = map.Values.Single();
                    break;
                default:
                    Assert.That(value, Is.EqualTo("deep"));
                    return levels;
            }

            levels++;
        }
    }
}
