using System.Text;

namespace Pulumi.Tests.Experimental;

/// <summary>Stands for the standard output of a plugin: keeps all text and hands out the first line.</summary>
internal sealed class PortWriter : StringWriter
{
    private readonly TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Encoding Encoding => Encoding.UTF8;

    public Task<int> Port => _port.Task;

    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        var text = ToString();
        if (text.EndsWith('\n'))
        {
            _port.TrySetResult(int.Parse(text));
        }

        return Task.CompletedTask;
    }
}
