namespace Cxf.Flows.Analysis;

/// <summary>
/// Which variables have a value at each step, and where from, along every path of every scope. What a body assigns stays in it;
/// what is around it, it sees: so each scope is looked at by itself, and where it leaves a question open the scope around it
/// answers.
/// </summary>
/// <param name="analysis">What the analysis may use.</param>
internal sealed class DataFlow(FlowAnalysis analysis)
{
    /// <summary>
    /// Of more places than this that can have set a variable, no more are looked at: then little can be said of it.
    /// </summary>
    public const int MaxReaching = 64;

    private readonly Dictionary<ScopeGraph, ScopeVariables> _scopes = [];
    private readonly Dictionary<string, List<VariableDefinition>> _all = [];
    private readonly Dictionary<IReadOnlyList<int>, (int Rounds, int Decision)?> _bounds = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>What the analyses of the flow share.</summary>
    public FlowAnalysis Analysis { get; } = analysis;

    public static DataFlow Of(ScopeGraph flow, FlowAnalysis analysis)
    {
        var data = new DataFlow(analysis);
        foreach (var scope in flow.All)
        {
            foreach (var definition in (data._scopes[scope] = new ScopeVariables(scope, analysis)).Definitions)
            {
                if (!data._all.TryGetValue(definition.Name, out var known))
                {
                    data._all[definition.Name] = known = [];
                }

                known.Add(definition);
            }
        }

        return data;
    }

    /// <summary>The bound of a loop, found once (<see cref="LoopBound"/>).</summary>
    public (int Rounds, int Decision)? BoundOf(ScopeGraph scope, IReadOnlyList<int> loop)
    {
        if (!_bounds.TryGetValue(loop, out var known))
        {
            _bounds[loop] = known = LoopBound.Of(scope, loop, this);
        }

        return known;
    }

    /// <summary>Whether anything in the flow sets the variable.</summary>
    public bool Has(string name) => _all.ContainsKey(name);

    /// <summary>Whether a variable has a value on every path to a step.</summary>
    public bool IsAlwaysSet(string name, ScopeGraph scope, int place) =>
        IsReached(scope, place) && Around(scope, place).Any(at => _scopes[at.Scope].IsAlwaysSet(name, at.Place));

    /// <summary>Whether a variable has a value on some path to a step.</summary>
    public bool IsEverSet(string name, ScopeGraph scope, int place) =>
        IsReached(scope, place) && Around(scope, place).Any(at => _scopes[at.Scope].Reaching(name, at.Place).Any());

    /// <summary>
    /// Where the variable's value at a step can come from; none when no path sets it. Of more than <see cref="MaxReaching"/> so
    /// many and one more.
    /// </summary>
    public IReadOnlyList<VariableDefinition> Reaching(string name, ScopeGraph scope, int place)
    {
        var found = new List<VariableDefinition>();
        foreach (var at in IsReached(scope, place) ? Around(scope, place) : [])
        {
            found.AddRange(_scopes[at.Scope].Reaching(name, at.Place).Take(MaxReaching + 1 - found.Count));
            if (found.Count > MaxReaching || _scopes[at.Scope].IsAlwaysSet(name, at.Place))
            {
                break;
            }
        }

        Analysis.Spend(1 + found.Count);
        return found;
    }

    /// <summary>Every place in the flow that sets a variable.</summary>
    public IReadOnlyList<VariableDefinition> All(string name) => _all.GetValueOrDefault(name) ?? [];

    /// <summary>Whether a path leads to a step, through all scopes around it.</summary>
    public static bool IsReached(ScopeGraph scope, int place) => Around(scope, place).All(at => at.Scope.IsReached[at.Place]);

    // A step, the step that holds its scope, and so on outwards.
    private static IEnumerable<(ScopeGraph Scope, int Place)> Around(ScopeGraph scope, int place)
    {
        for (var at = scope; at is not null; at = at.Outer)
        {
            yield return (at, place);
            place = at.Holder;
        }
    }
}
