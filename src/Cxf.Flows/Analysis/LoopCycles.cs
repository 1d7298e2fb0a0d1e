namespace Cxf.Flows.Analysis;

/// <summary>The ways around in one loop: which steps are on all of them.</summary>
internal sealed class LoopCycles
{
    private readonly ScopeGraph _scope;
    private readonly IReadOnlyList<int> _loop;
    private readonly Dictionary<int, int> _numbers;
    private HashSet<int>? _onEveryCycleFound;

    public LoopCycles(ScopeGraph scope, IReadOnlyList<int> loop)
    {
        (_scope, _loop) = (scope, loop);
        _numbers = loop.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
    }

    /// <summary>How many steps the loop has.</summary>
    public int Size => _loop.Count;

    /// <summary>The steps that can be entered from outside of the loop.</summary>
    public IEnumerable<int> Entries =>
        _loop.Where(place =>
            place == _scope.Start || _scope.Before(place).Any(before => _scope.ComponentOf[before] != _scope.ComponentOf[place])
        );

    /// <summary>Whether a step may be on every way around: false once a way without it was found.</summary>
    public bool MayBeOnAll(int place) => _onEveryCycleFound?.Contains(place) != false;

    /// <summary>Whether every way around passes one of some steps.</summary>
    public bool AllPass(HashSet<int> places)
    {
        // Steps are taken away once all that lead to them are (Kahn's algorithm); what stays leads around.
        var left = new int[_loop.Count];
        foreach (var (target, _) in Edges(places))
        {
            left[target]++;
        }

        var open = new Stack<int>(
            Enumerable.Range(0, left.Length).Where(number => left[number] == 0 || places.Contains(_loop[number]))
        );
        var gone = new bool[left.Length];
        while (open.TryPop(out var number))
        {
            if (gone[number])
            {
                continue;
            }

            gone[number] = true;
            foreach (var target in places.Contains(_loop[number]) ? [] : Targets(number))
            {
                if (--left[target] == 0)
                {
                    open.Push(target);
                }
            }
        }

        var rest = Array.IndexOf(gone, false);
        if (rest >= 0)
        {
            Keep(CycleFrom(rest, gone));
        }

        return rest < 0;
    }

    private IEnumerable<int> Targets(int number) =>
        _scope.Edges[_loop[number]].Where(edge => _numbers.ContainsKey(edge.Target)).Select(edge => _numbers[edge.Target]);

    private IEnumerable<(int Target, int Source)> Edges(HashSet<int> without) =>
        Enumerable
            .Range(0, _loop.Count)
            .Where(number => !without.Contains(_loop[number]))
            .SelectMany(number => Targets(number).Select(target => (target, number)));

    // What was left is reached from what was left, so that the way back leads around.
    private HashSet<int> CycleFrom(int number, bool[] gone)
    {
        var way = new List<int>();
        var met = new Dictionary<int, int>();
        while (met.TryAdd(number, way.Count))
        {
            way.Add(_loop[number]);
            number = _scope
                .Before(_loop[number])
                .Where(_numbers.ContainsKey)
                .Select(before => _numbers[before])
                .First(before => !gone[before]);
        }

        return [.. way.Skip(met[number])];
    }

    private void Keep(HashSet<int> cycle)
    {
        if (_onEveryCycleFound is { } known)
        {
            known.IntersectWith(cycle);
        }
        else
        {
            _onEveryCycleFound = cycle;
        }
    }
}
