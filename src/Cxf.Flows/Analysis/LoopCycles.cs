namespace Cxf.Flows.Analysis;

/// <summary>
/// The ways around in one loop: which steps are on all of them. Steps have the number of their place in the loop here.
/// </summary>
internal sealed class LoopCycles
{
    private readonly ScopeGraph _scope;
    private readonly IReadOnlyList<int> _loop;

    private readonly int[][] _targets;

    // How many edges inside the loop lead to each step.
    private readonly int[] _before;
    private bool[]? _onEveryCycleFound;

    public LoopCycles(ScopeGraph scope, IReadOnlyList<int> loop)
    {
        (_scope, _loop) = (scope, loop);
        _before = new int[loop.Count];
        _targets = new int[loop.Count][];
        for (var number = 0; number < loop.Count; number++)
        {
            _targets[number] = TargetsOf(loop[number]);
            foreach (var target in _targets[number])
            {
                _before[target]++;
            }
        }
    }

    /// <summary>How many steps the loop has.</summary>
    public int Size => _loop.Count;

    /// <summary>The steps that can be entered from outside of the loop.</summary>
    public IEnumerable<int> Entries =>
        _loop.Where(place =>
            place == _scope.Start || _scope.Before(place).Any(before => _scope.ComponentOf[before] != _scope.ComponentOf[place])
        );

    /// <summary>Whether a step may be on every way around: false once a way without it was found.</summary>
    public bool MayBeOnAll(int place) => _onEveryCycleFound?[_scope.NumberInLoop[place]] != false;

    /// <summary>Whether every way around passes one of some steps of the loop.</summary>
    public bool AllPass(params IEnumerable<int> places)
    {
        // Steps are taken away once all that lead to them are (Kahn's algorithm); what stays leads around.
        var left = (int[])_before.Clone();
        var gone = new bool[left.Length];
        var open = new Stack<int>(left.Length);
        foreach (var place in places)
        {
            Take(_scope.NumberInLoop[place]);
        }

        while (open.TryPop(out var number))
        {
            foreach (var target in _targets[number])
            {
                if (--left[target] == 0)
                {
                    Take(target);
                }
            }
        }

        var rest = Array.IndexOf(gone, false);
        if (rest >= 0)
        {
            Keep(CycleFrom(rest, gone));
        }

        return rest < 0;

        void Take(int number)
        {
            if (!gone[number])
            {
                gone[number] = true;
                open.Push(number);
            }
        }
    }

    private int[] TargetsOf(int place)
    {
        var targets = new List<int>(_scope.Edges[place].Length);
        foreach (var edge in _scope.Edges[place])
        {
            if (IsInside(edge.Target))
            {
                targets.Add(_scope.NumberInLoop[edge.Target]);
            }
        }

        return [.. targets];
    }

    // What was left is reached from what was left, so that the way back leads around.
    private bool[] CycleFrom(int number, bool[] gone)
    {
        var way = new List<int>();
        var met = new int[gone.Length];
        for (; met[number] == 0; number = BeforeIn(number, gone))
        {
            way.Add(number);
            met[number] = way.Count;
        }

        var cycle = new bool[gone.Length];
        foreach (var member in way.Skip(met[number] - 1))
        {
            cycle[member] = true;
        }

        return cycle;
    }

    private int BeforeIn(int number, bool[] gone)
    {
        foreach (var place in _scope.Before(_loop[number]))
        {
            if (IsInside(place) && !gone[_scope.NumberInLoop[place]])
            {
                return _scope.NumberInLoop[place];
            }
        }

        throw new InvalidOperationException("A step that was left has another one before it.");
    }

    private bool IsInside(int place) => _scope.ComponentOf[place] == _scope.ComponentOf[_loop[0]];

    private void Keep(bool[] cycle)
    {
        for (var number = 0; number < cycle.Length; number++)
        {
            cycle[number] &= _onEveryCycleFound?[number] != false;
        }

        _onEveryCycleFound = cycle;
    }
}
