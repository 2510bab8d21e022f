using FsCheck;
using FsCheck.Fluent;

namespace HaIac.Cib.Tests.Laws;

/// <summary>Runs a law over generated values; always the same ones, so that a test does not pass on one day and fail on the next.</summary>
internal static class LawCheck
{
    public static void Holds<T>(Gen<T> values, Action<T> law, int times = 300) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(new Replay(new Rnd(20261122, 7), null)).WithEndSize(30),
            Prop.ForAll(values.ToArbitrary(), law));
}
