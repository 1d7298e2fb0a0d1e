using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// Packed executions one after the other in one array of bytes, which the garbage collector neither reads nor moves. The slab is
/// used again when all its executions are gone, which is soon after the first, because the oldest go first.
/// </summary>
internal sealed class PackSlab(int size)
{
    /// <summary>The size of the first slab; each one after it is twice as large as the one before.</summary>
    public const int FirstSize = 4 * 1024;

    /// <summary>The largest size, unless one execution is larger. The collector does not move an array of this size.</summary>
    public const int FullSize = 128 * 1024;

    private readonly byte[] _bytes = new byte[size];
    private readonly List<object?> _objects = [];
    private readonly List<MachineRevision> _machines = [];
    private readonly Dictionary<MachineRevision, int> _machineIndexes = new(ReferenceEqualityComparer.Instance);
    private int _used;

    /// <summary>How many executions it holds.</summary>
    public int Count { get; private set; }

    public int Size => _bytes.Length;

    private static int HeaderSize => Unsafe.SizeOf<PackHeader>();

    /// <summary>The bytes that an execution takes.</summary>
    public static int SizeOf(int arnLength, PackWriter body) => HeaderSize + arnLength + body.Bytes.Length;

    /// <summary>Adds an execution if there is room; the place is where it is, or else -1.</summary>
    public int Add(PackHeader header, ReadOnlySpan<byte> arn, MachineRevision machine, PackWriter body)
    {
        var place = _used;
        if (_bytes.Length - place < SizeOf(arn.Length, body))
        {
            return -1;
        }

        if (!_machineIndexes.TryGetValue(machine, out var index))
        {
            index = _machines.Count;
            _machines.Add(machine);
            _machineIndexes.Add(machine, index);
        }

        header = header with
        {
            MachineIndex = index,
            ArnLength = arn.Length,
            BodyLength = body.Bytes.Length,
            FirstObject = _objects.Count,
            Objects = body.Objects.Count,
        };
        MemoryMarshal.Write(_bytes.AsSpan(place), header);
        arn.CopyTo(_bytes.AsSpan(place + HeaderSize));
        body.Bytes.CopyTo(_bytes.AsSpan(place + HeaderSize + arn.Length));
        _objects.AddRange(body.Objects);
        _used += SizeOf(arn.Length, body);
        Count++;
        return place;
    }

    public PackHeader HeaderAt(int place) => MemoryMarshal.Read<PackHeader>(_bytes.AsSpan(place));

    public ReadOnlySpan<byte> ArnAt(int place) => _bytes.AsSpan(place + HeaderSize, HeaderAt(place).ArnLength);

    public MachineRevision MachineAt(int place) => _machines[HeaderAt(place).MachineIndex];

    /// <summary>A copy of an execution, so that it can be read when its place may have another one.</summary>
    public PackReader Read(int place)
    {
        var header = HeaderAt(place);
        return new PackReader(
            _bytes.AsSpan(place + HeaderSize + header.ArnLength, header.BodyLength).ToArray(),
            CollectionsMarshal.AsSpan(_objects).Slice(header.FirstObject, header.Objects).ToArray()
        );
    }

    /// <summary>Lets go what an execution holds. Its bytes stay until all are gone.</summary>
    public void Remove(int place)
    {
        Count--;
        if (_objects.Count > 0)
        {
            var header = HeaderAt(place);
            CollectionsMarshal.AsSpan(_objects).Slice(header.FirstObject, header.Objects).Clear();
        }
    }

    /// <summary>Makes it as new.</summary>
    public void Clear()
    {
        _used = 0;
        _objects.Clear();
        _machines.Clear();
        _machineIndexes.Clear();
    }
}

/// <summary>What is known of a packed execution without reading it.</summary>
/// <param name="Number">The number of its start.</param>
/// <param name="MachineNumber">The number of its machine.</param>
/// <param name="StopTicks">When it ended.</param>
internal readonly record struct PackHeader(long Number, long MachineNumber, long StopTicks)
{
    public int ArnLength { get; init; }

    public int BodyLength { get; init; }

    public int MachineIndex { get; init; }

    public int FirstObject { get; init; }

    public int Objects { get; init; }
}
