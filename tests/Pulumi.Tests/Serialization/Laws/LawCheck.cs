using FsCheck;
using FsCheck.Fluent;

namespace Pulumi.Tests.Serialization.Laws;

/// <summary>Runs a law over generated values; always the same ones, so that a test does not pass on one day and fail on the next.</summary>
internal static class LawCheck
{
    public static void Holds<T>(Gen<T> values, Action<T> law, int times = 500) =>
        Check.One(
            FsCheck.Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(new Replay(new Rnd(20261122, 7), null)).WithEndSize(40),
            Prop.ForAll(values.ToArbitrary(), law));
}
