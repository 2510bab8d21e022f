using System.Globalization;
using BenchmarkDotNet.Running;
using Pulumi.Benchmarks;

if (args is ["measure", var shape, var count])
{
    Console.WriteLine((await Measurement.TakeAsync(shape, int.Parse(count, CultureInfo.InvariantCulture))).ToLine());
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(RegistrationBenchmarks).Assembly).Run(args);
}
