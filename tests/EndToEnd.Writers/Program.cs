using System.Globalization;
using EndToEnd.Writers;
using HaIac.Transport;
using HaIac.Transport.Addressing;
using HaIac.Transport.Committing;

var rounds = int.Parse(args[1], CultureInfo.InvariantCulture);
await using var transport = new WatchedTransport(CibTransports.Open(ClusterAddress.Parse(args[0], Environment.CurrentDirectory)));
await using (var committer = new CibCommitter(transport))
{
    await Task.WhenAll(args.Skip(2).Select(pair => pair.Split('=')).Select(pair => new Writer(new WritePlan(pair[1], pair[0], rounds), committer).RunAsync()));
}

Report.Print(transport.Tally);
