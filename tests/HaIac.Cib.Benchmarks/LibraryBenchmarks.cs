using BenchmarkDotNet.Attributes;
using HaIac.Cib.Documents;

namespace HaIac.Cib.Benchmarks;

/// <summary>Reading, comparing and planning: time and allocation.</summary>
[MemoryDiagnoser]
public class LibraryBenchmarks
{
    private Work _work = null!;
    private CibDocument _document = null!;
    private CibDocument _same = null!;
    private CibDocument _changed = null!;

    [Params(100, 1_000, 10_000)]
    public int Resources { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _work = new Work(Resources);
        (_document, _same) = (_work.Read(), _work.Read());
        _changed = CibDocument.Parse(_work.ChangeOneAttribute(_document).ToXml());
    }

    [Benchmark(Baseline = true)]
    public object Read() => _work.Read();

    [Benchmark]
    public bool CompareEqual() => Work.Compare(_document, _same);

    [Benchmark]
    public bool CompareOneDifference() => Work.Compare(_document, _changed);

    [Benchmark]
    public string PlanOneAttribute() => _work.PlanOneAttribute(_document);

    [Benchmark]
    public string PlanDocuments() => Work.PlanDocuments(_document, _changed);

    [Benchmark]
    public string Write() => _document.ToXml();
}
