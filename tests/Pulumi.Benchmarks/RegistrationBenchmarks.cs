using BenchmarkDotNet.Attributes;

namespace Pulumi.Benchmarks;

/// <summary>A whole run of a program against a recorder in the same process: time and allocation of both together.</summary>
[MemoryDiagnoser]
public class RegistrationBenchmarks
{
    private Session _session = null!;

    [Params(100, 1_000, 10_000)]
    public int Resources { get; set; }

    [Params(Shapes.Chain, Shapes.Wide, Shapes.Components)]
    public string Shape { get; set; } = "";

    [GlobalSetup]
    public async Task SetUpAsync() => _session = await Session.StartAsync();

    [GlobalCleanup]
    public async Task CleanUpAsync() => await _session.DisposeAsync();

    [Benchmark]
    public Task<int> Run() => Session.RunAsync(Shape, Resources);
}
