using System.Globalization;
using System.Text;

namespace HaIac.Provider.Tests.Serving;

/// <summary>Standard output of a served plugin: its first line is the port.</summary>
internal sealed class PortLine : TextWriter
{
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public Task<int> Port => _port.Task;

    public override void Write(char value)
    {
        lock (_text)
        {
            _text.Append(value);
            var text = _text.ToString();
            if (text.Contains('\n', StringComparison.Ordinal))
            {
                _port.TrySetResult(int.Parse(text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal)).Trim(), CultureInfo.InvariantCulture));
            }
        }
    }
}
