using System.Diagnostics;
using System.Globalization;
using HaIac.Cib.Fuzzing.Running;

// dotnet run -c Release --project tests/HaIac.Cib.Fuzzing -- SECONDS [SEED] [FOLDER OF MORE SEEDS]
if (args.Length is 0 or > 3 || !int.TryParse(args[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
{
    Console.Error.WriteLine("Usage: HaIac.Cib.Fuzzing SECONDS [SEED] [FOLDER OF MORE SEEDS]");
    return 2;
}

if (!InstrumentedCopy.IsThis)
{
    return await InstrumentedCopy.RunAsync(args);
}

var seed = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Random.Shared.Next();
var found = Directory.CreateDirectory(Path.Combine(Environment.CurrentDirectory, "artifacts", "fuzzing")).FullName;
using var coverage = new CoverageMap();
using var hangs = new HangWatch(found);
var watch = Stopwatch.StartNew();
var session = new FuzzSession(Corpus.OfSeeds(args.Length > 2 ? args[2] : null), new Random(seed)) { Watch = hangs.Watch };
session.Run(() => watch.Elapsed.TotalSeconds < seconds, coverage);
Console.WriteLine($"seed {seed}, {watch.Elapsed.TotalSeconds:0} s: {session.Figures}");
var number = 0;
foreach (var (law, (detail, input)) in session.Figures.Broken)
{
    var file = Path.Combine(found, $"{seed}-{++number}.xml");
    await File.WriteAllTextAsync(file, input);
    Console.WriteLine($"\nbroken: {law}\n{detail}\ninput: {file}");
}

return session.Figures.Broken.Count == 0 ? 0 : 1;
