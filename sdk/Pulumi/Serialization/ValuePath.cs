using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>
/// Where a walk through a value stands, for messages such as <c>settings.ports[2].name</c>. The text is only made when it
/// is needed, so that walking a large list costs none.
/// </summary>
internal sealed class ValuePath
{
    private const int MostSteps = 24;

    private readonly List<Step> _steps = [];

    public int Count => _steps.Count;

    public void Push(object? container, string? key, int index) => _steps.Add(new Step(container, key, index));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>Goes back to an earlier place.</summary>
    public void CutTo(int count) => _steps.RemoveRange(count, _steps.Count - count);

    /// <summary>How many steps lead to a container that the walk is inside of; -1 if it is not.</summary>
    public int IndexOf(object container) => _steps.FindIndex(s => ReferenceEquals(s.Container, container));

    public string ToText(string root) => ToText(root, _steps.Count);

    public string ToText(string root, int steps)
    {
        var text = new StringBuilder(root);
        for (var i = 0; i < Math.Min(steps, _steps.Count); i++)
        {
            if (i == MostSteps && steps > MostSteps + 1)
            {
                return text.Append(CultureInfo.InvariantCulture, $"... ({steps - i} levels more)").ToString();
            }

            _ = _steps[i].Key is { } key
                ? text.Append(text.Length == 0 ? "" : ".").Append(key)
                : text.Append(CultureInfo.InvariantCulture, $"[{_steps[i].Index}]");
        }

        return text.ToString();
    }

    private readonly record struct Step(object? Container, string? Key, int Index);
}
