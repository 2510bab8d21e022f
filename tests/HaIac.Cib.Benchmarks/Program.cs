using System.Globalization;
using BenchmarkDotNet.Running;
using HaIac.Cib.Benchmarks;

if (args is ["peak", var file, var service])
{
    PeakMemory.Run(file, int.Parse(service, CultureInfo.InvariantCulture));
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(LibraryBenchmarks).Assembly).Run(args);
}
