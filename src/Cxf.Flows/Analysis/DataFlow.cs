using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// Which variables have a value at each step, and where from: reaching definitions and definite assignment along every path
/// of every scope, to a fixed point. What a body assigns stays in it; what is around it, it sees.
/// </summary>
internal sealed class DataFlow
{
    private readonly List<VariableDefinition> _definitions = [];
    private readonly Dictionary<string, int> _variables = [];
    private readonly Dictionary<string, List<int>> _numbersOf = [];
    private readonly Dictionary<string, BitSet> _definitionsOf = [];
    private readonly Dictionary<(ScopeGraph Scope, int Place), List<int>> _definitionsAt = [];
    private readonly Dictionary<ScopeGraph, VariableState?[]> _states = [];

    private DataFlow(ScopeGraph flow)
    {
        foreach (var scope in flow.All)
        {
            Collect(scope);
        }

        foreach (var (name, numbers) in _numbersOf)
        {
            var set = _definitionsOf[name] = new BitSet(_definitions.Count);
            numbers.ForEach(set.Add);
        }

        Run(flow, new VariableState(new BitSet(_definitions.Count), new BitSet(_variables.Count)));
    }

    public static DataFlow Of(ScopeGraph flow) => new(flow);

    /// <summary>Whether anything in the flow sets the variable.</summary>
    public bool Has(string name) => _variables.ContainsKey(name);

    /// <summary>Whether a variable has a value on every path to a step.</summary>
    public bool IsAlwaysSet(string name, ScopeGraph scope, int place) =>
        _variables.TryGetValue(name, out var variable) && StateAt(scope, place) is { } state && state.Always[variable];

    /// <summary>Where the variable's value at a step can come from; none when no path sets it.</summary>
    public IEnumerable<VariableDefinition> Reaching(string name, ScopeGraph scope, int place) =>
        StateAt(scope, place) is { } state && _numbersOf.TryGetValue(name, out var numbers)
            ? numbers.Where(number => state.Reaching[number]).Select(number => _definitions[number])
            : [];

    /// <summary>Every place in the flow that sets a variable.</summary>
    public IEnumerable<VariableDefinition> All(string name) =>
        _numbersOf.TryGetValue(name, out var numbers) ? numbers.Select(number => _definitions[number]) : [];

    /// <summary>Whether a path leads to a step, through all scopes around it.</summary>
    public bool IsReached(ScopeGraph scope, int place) => StateAt(scope, place) is not null;

    private VariableState? StateAt(ScopeGraph scope, int place) => _states.TryGetValue(scope, out var states) ? states[place] : null;

    private void Collect(ScopeGraph scope)
    {
        foreach (var name in scope.Scope.Inputs)
        {
            Add(new VariableDefinition(name, DefinitionKind.Input, scope, -1));
        }

        foreach (var (place, step) in scope.Steps.Index())
        {
            if (StepFacts.HasResult(step))
            {
                Add(new VariableDefinition(step.Label, DefinitionKind.Result, scope, place));
                Add(new VariableDefinition(step.Label, DefinitionKind.Error, scope, place));
            }

            foreach (var assignment in (step as TransformStep)?.Assign ?? [])
            {
                Add(new VariableDefinition(assignment.Name, DefinitionKind.Assignment, scope, place, assignment.Value));
            }
        }
    }

    private void Add(VariableDefinition definition)
    {
        if (_variables.TryAdd(definition.Name, _variables.Count))
        {
            _numbersOf[definition.Name] = [];
        }

        _numbersOf[definition.Name].Add(_definitions.Count);
        var here = _definitionsAt.TryGetValue((definition.Scope, definition.Place), out var known)
            ? known
            : _definitionsAt[(definition.Scope, definition.Place)] = [];
        here.Add(_definitions.Count);
        _definitions.Add(definition);
    }

    private void Run(ScopeGraph scope, VariableState entry)
    {
        var states = _states[scope] = new VariableState?[scope.Steps.Count];
        var atStart = After(entry, scope, -1, isError: false);
        states[scope.Start] = atStart.Copy();
        var open = new Queue<int>([scope.Start]);
        var waiting = new bool[scope.Steps.Count];
        while (open.TryDequeue(out var place))
        {
            waiting[place] = false;
            foreach (var edge in scope.Edges[place])
            {
                var after = After(states[place]!, scope, place, edge.IsError);
                var isNew = states[edge.Target] is null;
                states[edge.Target] ??= after.Copy();
                if ((isNew | states[edge.Target]!.Join(after)) && !waiting[edge.Target])
                {
                    waiting[edge.Target] = true;
                    open.Enqueue(edge.Target);
                }
            }
        }

        for (var place = 0; place < states.Length; place++)
        {
            foreach (var inner in states[place] is null ? [] : scope.Inner[place])
            {
                Run(inner, states[place]!);
            }
        }
    }

    private VariableState After(VariableState before, ScopeGraph scope, int place, bool isError)
    {
        if (!_definitionsAt.TryGetValue((scope, place), out var numbers))
        {
            return before;
        }

        var after = before.Copy();
        foreach (var number in numbers.Where(number => _definitions[number].Kind is not (DefinitionKind.Result or DefinitionKind.Error)
            || isError == (_definitions[number].Kind == DefinitionKind.Error)))
        {
            var name = _definitions[number].Name;
            after.Replace(_definitionsOf[name], number, _variables[name]);
        }

        return after;
    }

    /// <summary>What is known before a step.</summary>
    private sealed record VariableState(BitSet Reaching, BitSet Always)
    {
        public VariableState Copy() => new(Reaching.Copy(), Always.Copy());

        public bool Join(VariableState other) => Reaching.Unite(other.Reaching) | Always.Intersect(other.Always);

        public void Replace(BitSet others, int definition, int variable)
        {
            Reaching.Subtract(others);
            Reaching.Add(definition);
            Always.Add(variable);
        }
    }
}
