using Cxf.Flows.Model;

namespace Cxf.Flows.Analysis;

/// <summary>
/// The variables that one scope sets: reaching definitions and definite assignment, to a fixed point that is found on the first
/// question. The definitions of one variable have consecutive numbers; the first number means "not set yet".
/// </summary>
/// <remarks>
/// A step has a bit for each definition. Where loops are entered at one step only, two sweeps over the steps find the fixed
/// point, and sweeps in both directions find it where steps lead back in long rows; others cost what the budget of the analysis
/// allows.
/// </remarks>
internal sealed class ScopeVariables
{
    private readonly ScopeGraph _scope;
    private readonly FlowAnalysis _analysis;
    private readonly VariableDefinition?[] _definitions;
    private readonly Dictionary<string, (int First, int End)> _variables = new(StringComparer.Ordinal);
    private readonly ILookup<int, int> _setAt;
    private readonly Lazy<BitSet?[]> _reaching;

    public ScopeVariables(ScopeGraph scope, FlowAnalysis analysis)
    {
        (_scope, _analysis) = (scope, analysis);
        _definitions =
        [
            .. DefinitionsOf(scope)
                .GroupBy(definition => definition.Name)
                .SelectMany(variable => variable.Prepend<VariableDefinition?>(null)),
        ];
        for (var number = 0; number < _definitions.Length; number++)
        {
            if (_definitions[number] is { } definition)
            {
                _variables[definition.Name] = (
                    _variables.TryGetValue(definition.Name, out var known) ? known.First : number - 1,
                    number + 1
                );
            }
        }

        _setAt = _definitions
            .Index()
            .Where(entry => entry.Item is not null)
            .ToLookup(entry => entry.Item!.Place, entry => entry.Index);
        _reaching = new(FindReaching);
    }

    /// <summary>Every definition, those of one variable together.</summary>
    public IEnumerable<VariableDefinition> Definitions => _definitions.OfType<VariableDefinition>();

    /// <summary>Whether the scope itself sets the variable on every path to a step.</summary>
    public bool IsAlwaysSet(string name, int place) =>
        _variables.TryGetValue(name, out var variable) && _reaching.Value[place] is { } reaching && !reaching[variable.First];

    /// <summary>Where in the scope the variable's value at a step can come from.</summary>
    public IEnumerable<VariableDefinition> Reaching(string name, int place)
    {
        if (!_variables.TryGetValue(name, out var variable) || _reaching.Value[place] is not { } reaching)
        {
            yield break;
        }

        _analysis.Spend(1 + ((variable.End - variable.First) / BitSet.WordBits));
        for (var number = reaching.Next(variable.First + 1); number < variable.End; number = reaching.Next(number + 1))
        {
            yield return _definitions[number]!;
        }
    }

    private static IEnumerable<VariableDefinition> DefinitionsOf(ScopeGraph scope)
    {
        foreach (var name in scope.Scope.Inputs)
        {
            yield return new VariableDefinition(name, DefinitionKind.Input, scope, -1);
        }

        foreach (var (place, step) in scope.Steps.Index())
        {
            if (StepFacts.HasResult(step))
            {
                yield return new VariableDefinition(step.Label, DefinitionKind.Result, scope, place);
                yield return new VariableDefinition(step.Label, DefinitionKind.Error, scope, place);
            }

            foreach (var assignment in (step as TransformStep)?.Assign ?? [])
            {
                yield return new VariableDefinition(assignment.Name, DefinitionKind.Assignment, scope, place, assignment.Value);
            }
        }
    }

    private BitSet?[] FindReaching()
    {
        var order = DepthFirstSearch.ReversePostorder(_scope);
        var words = 1 + (_definitions.Length / BitSet.WordBits);
        _analysis.Spend(order.Count, (long)order.Count * words * sizeof(ulong));
        var reaching = new BitSet?[_scope.Steps.Count];
        order.ForEach(place => reaching[place] = new BitSet(_definitions.Length));

        // At the start nothing is set but what the scope has from its beginning.
        foreach (var variable in _variables.Values)
        {
            reaching[_scope.Start]!.Add(variable.First);
        }

        Set(reaching[_scope.Start]!, -1, isError: false);
        var ways = order.ConvertAll(place => _scope.Edges[place].ToLookup(edge => edge.IsError, edge => reaching[edge.Target]!));
        var after = new BitSet(_definitions.Length);
        for (var (changed, forwards) = (true, true); changed; forwards = !forwards)
        {
            changed = false;
            for (var turn = 0; turn < order.Count; turn++)
            {
                var index = forwards ? turn : order.Count - 1 - turn;
                foreach (var way in ways[index])
                {
                    after.CopyFrom(reaching[order[index]]!);
                    Set(after, order[index], way.Key);
                    foreach (var target in way)
                    {
                        _analysis.Spend(1 + words);
                        changed |= target.Unite(after);
                    }
                }
            }
        }

        // What undoes a step finds what that step found, and its result.
        foreach (var place in order.Where(place => _scope.UndoOf[place] is not null))
        {
            after = new BitSet(_definitions.Length);
            after.CopyFrom(reaching[place]!);
            Set(after, place, isError: false);
            reaching[_scope.UndoOf[place]!.Value] ??= after;
        }

        return reaching;
    }

    // A result is set on the ways on, an error on the error branches, everything else on both.
    private void Set(BitSet reaching, int place, bool isError)
    {
        foreach (var number in _setAt[place])
        {
            var definition = _definitions[number]!;
            if (
                definition.Kind is not (DefinitionKind.Result or DefinitionKind.Error)
                || isError == (definition.Kind == DefinitionKind.Error)
            )
            {
                var variable = _variables[definition.Name];
                reaching.RemoveRange(variable.First, variable.End - variable.First);
                reaching.Add(number);
            }
        }
    }
}
