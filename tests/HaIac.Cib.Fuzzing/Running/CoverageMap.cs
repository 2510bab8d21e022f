using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace HaIac.Cib.Fuzzing.Running;

/// <summary>Which branches of the instrumented library an input took, and about how often; remembers all that were ever taken.</summary>
internal sealed unsafe class CoverageMap : IDisposable
{
    private const int Size = 1 << 16;
    private readonly byte* _taken = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _known = new byte[Size];

    public CoverageMap() => Trace.SharedMem = _taken;

    /// <summary>How many branches were taken by any input.</summary>
    public int Branches => _known.Count(static counts => counts != 0);

    /// <summary>Forgets what the last input took.</summary>
    public void Begin()
    {
        new Span<byte>(_taken, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Whether the input since <see cref="Begin"/> took a branch that none took before, or took one clearly more often.</summary>
    public bool TookNew()
    {
        var isNew = false;
        var taken = new Span<byte>(_taken, Size);
        for (var at = taken.IndexOfAnyExcept((byte)0); at >= 0;)
        {
            // One bit for each order of magnitude: 1, 2-3, 4-7, ...
            var counts = (byte)(1 << BitOperations.Log2(taken[at]));
            isNew |= (_known[at] & counts) == 0;
            _known[at] |= counts;
            var next = taken[(at + 1)..].IndexOfAnyExcept((byte)0);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return isNew;
    }

    public void Dispose()
    {
        Trace.SharedMem = null;
        NativeMemory.Free(_taken);
    }
}
