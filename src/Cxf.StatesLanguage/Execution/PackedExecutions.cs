using System.Diagnostics.CodeAnalysis;
using System.Text;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// Executions that have ended, as bytes. A hundred thousand of them cost the garbage collector nothing, so that the time of an
/// execution does not grow with what is kept. Callers hold the registry's lock.
/// </summary>
internal sealed class PackedExecutions(Engine engine)
{
    private const int SpareSlabs = 2;

    private readonly List<PackSlab?> _slabs = [];
    private readonly Stack<int> _freeIndexes = [];
    private readonly Stack<PackSlab> _spare = [];

    // EXPRESS executions go first, so each kind has slabs of its own.
    private readonly int[] _current = [-1, -1];
    private PlacesByArn? _byArn;

    /// <summary>The places of all executions in no order.</summary>
    public IEnumerable<PackPlace> Places => ByArn.Places;

    private PlacesByArn ByArn => _byArn ??= new PlacesByArn(this);

    public bool TryFind(string arn, out PackPlace place) => ByArn.TryFind(arn, out place);

    public PackHeader HeaderOf(PackPlace place) => SlabOf(place).HeaderAt(place.Offset);

    /// <summary>Adds an execution whose ARN no other one has, and returns its place.</summary>
    public PackPlace Add(ExecutionRun run, PackWriter body)
    {
        var arn = Encoding.UTF8.GetByteCount(run.Arn) is var length && length <= 512 ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(run.Arn, arn);
        var header = new PackHeader(run.Number, run.MachineNumber, run.StopDate!.Value.UtcTicks);
        ref var current = ref _current[run.Machine.Type == StateMachineType.Express ? 1 : 0];
        var offset = current < 0 ? -1 : _slabs[current]!.Add(header, arn, run.Machine, body);
        if (offset < 0)
        {
            var full = current;
            current = NewSlab(PackSlab.SizeOf(length, body), full < 0 ? PackSlab.FirstSize : 2 * _slabs[full]!.Size);
            Release(full);
            offset = _slabs[current]!.Add(header, arn, run.Machine, body);
        }

        var place = new PackPlace(current, offset, PlacesByArn.HashOf(run.Arn));
        ByArn.Add(place);
        return place;
    }

    /// <summary>Reads an execution.</summary>
    public ExecutionRun Read(PackPlace place)
    {
        var (slab, offset) = (SlabOf(place), place.Offset);
        var header = slab.HeaderAt(offset);
        var arn = Encoding.UTF8.GetString(slab.ArnAt(offset));
        var ended = EndedExecution.Unpack(slab.Read(offset), engine, slab.MachineAt(offset), arn, header.StopTicks);
        return new ExecutionRun(engine, ended) { Number = header.Number, MachineNumber = header.MachineNumber };
    }

    /// <summary>Forgets the ARN of an execution. Its place stays taken until <see cref="Remove"/>.</summary>
    public bool Hide(PackPlace place) => ByArn.Remove(place);

    public void Remove(PackPlace place)
    {
        Hide(place);
        SlabOf(place).Remove(place.Offset);
        Release(place.Slab);
    }

    private PackSlab SlabOf(PackPlace place) => _slabs[place.Slab]!;

    private int NewSlab(int needed, int wanted)
    {
        var size = Math.Max(needed, Math.Min(wanted, PackSlab.FullSize));
        var slab = size == PackSlab.FullSize && _spare.TryPop(out var spare) ? spare : new PackSlab(size);
        if (_freeIndexes.TryPop(out var index))
        {
            _slabs[index] = slab;
            return index;
        }

        _slabs.Add(slab);
        return _slabs.Count - 1;
    }

    private void Release(int index)
    {
        if (index < 0 || _current.Contains(index) || _slabs[index] is not { Count: 0 } slab)
        {
            return;
        }

        _slabs[index] = null;
        _freeIndexes.Push(index);
        if (slab.Size == PackSlab.FullSize && _spare.Count < SpareSlabs)
        {
            slab.Clear();
            _spare.Push(slab);
        }
    }

    /// <summary>The places of executions by the ARNs that are written there.</summary>
    private sealed class PlacesByArn(PackedExecutions executions)
        : IEqualityComparer<PackPlace>,
            IAlternateEqualityComparer<string, PackPlace>
    {
        private HashSet<PackPlace>? _places;

        public IEnumerable<PackPlace> Places => Set;

        private HashSet<PackPlace> Set => _places ??= new HashSet<PackPlace>(this);

        public static int HashOf(string arn) => string.GetHashCode(arn, StringComparison.Ordinal);

        public bool TryFind(string arn, out PackPlace place) => Set.GetAlternateLookup<string>().TryGetValue(arn, out place);

        public void Add(PackPlace place) => Set.Add(place);

        public bool Remove(PackPlace place) => Set.Remove(place);

        public bool Equals(PackPlace x, PackPlace y) => x == y;

        public int GetHashCode(PackPlace obj) => obj.ArnHash;

        public int GetHashCode(string alternate) => HashOf(alternate);

        public bool Equals(string alternate, PackPlace other)
        {
            var arn = executions.SlabOf(other).ArnAt(other.Offset);
            return Ascii.IsValid(arn) ? Ascii.Equals(arn, alternate) : Encoding.UTF8.GetString(arn) == alternate;
        }

        [ExcludeFromCodeCoverage(Justification = "Places are made before they are added.")]
        public PackPlace Create(string alternate) => throw new NotSupportedException("An ARN alone is no execution.");
    }
}
