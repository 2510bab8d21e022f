namespace Pulumi;

/// <summary>
/// Something that waits for outputs, one at a time: an output made of others, or the registration of a resource. Whoever
/// starts to wait says so here, and is told at once if that could never end because the other side waits for it.
/// </summary>
/// <param name="label">What it is, for messages; asked for only when a message is needed.</param>
internal sealed class Waiter(Func<string?> label)
{
    // Written by the one thread that runs the work, read by all that look for a circle.
    private volatile Waiter? _on;

    /// <summary>The work; set by who starts it. A waiter whose work has ended waits for nothing.</summary>
    public Task? Work { get; set; }

    /// <summary>Whether it waits for the program to name an output, which nobody but the program can do.</summary>
    public bool IsUnresolved { get; set; }

    public Waiter? On => Work is { IsCompleted: true } ? null : _on;

    public string? Label => label();

    /// <summary>Waits for the first time. Nobody knows this waiter yet, so nobody can wait for it.</summary>
    public void StartsOn(Waiter? other) => _on = other;

    /// <summary>Notes that the work goes on; also lets go of what it has waited for.</summary>
    public void GoesOn() => _on = null;

    /// <summary>Notes that the work is about to wait for an output.</summary>
    /// <exception cref="InvalidOperationException">The output waits for this work; the message names who waits for whom.</exception>
    public void WaitsFor(IOutput output)
    {
        if (output.IsSettled)
        {
            return;
        }

        _on = output.Waiter;

        // Of two that start to wait for each other at once, at least one sees what the other has written.
        Interlocked.MemoryBarrier();

        // Work that has not been handed out yet has nobody who waits for it.
        if (Work is not null && LeadsBack(output.Waiter))
        {
            var circle = Circle(output.Waiter!);
            _on = null;
            throw new InvalidOperationException(
                $"Outputs wait for each other in a circle: {circle}. None of them can ever get a value; remove one of these uses.");
        }
    }

    /// <summary>Notes that the work is about to wait for an output, and gives what to await.</summary>
    public Task<OutputData<T>> For<T>(Output<T> output)
    {
        WaitsFor(output);
        return output.DataTask;
    }

    private bool LeadsBack(Waiter? start)
    {
        // Thousands of resources in one chain would look along it thousands of times; the stall watch finds long circles. The
        // limit also ends the walk where others wait in a circle of their own, which they are told themselves.
        const int Most = 1000;
        var steps = 0;
        for (var waiter = start; waiter is not null && steps < Most; waiter = waiter.On)
        {
            if (waiter == this)
            {
                return true;
            }

            steps++;
        }

        return false;
    }

    private string Circle(Waiter start)
    {
        const int Most = 20;
        var labels = new List<string>();
        for (Waiter? waiter = start; waiter is not null && waiter != this && labels.Count < Most; waiter = waiter.On)
        {
            if (waiter.Label is { } label)
            {
                labels.Add(label);
            }
        }

        var own = Label ?? "an output";
        return string.Join(" -> ", labels.Prepend(own).Append(own));
    }
}
