namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// How an action ends: the operand of a condition or an error type; null for what the simulator finds by itself.
/// </summary>
public delegate string? DecideResult(ContactFlowAction action);

/// <summary>Results of actions by the action's identifier or type, in order; the last one stays.</summary>
public sealed class ResultScript(IReadOnlyDictionary<string, IReadOnlyList<string>> results)
{
    private readonly Dictionary<string, int> _taken = [];

    /// <summary>The next result of the action; give it to <see cref="CallOptions.Decide"/>.</summary>
    public string? Decide(ContactFlowAction action)
    {
        var name = results.ContainsKey(action.Identifier) ? action.Identifier : action.Type;
        if (!results.TryGetValue(name, out var given) || given.Count == 0)
        {
            return null;
        }

        var taken = _taken.GetValueOrDefault(name);
        _taken[name] = taken + 1;
        return given[Math.Min(taken, given.Count - 1)];
    }
}
