using Cxf.ContactFlows.Actions;
using Cxf.Documents;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// How an action ends: the operand of a condition or an error type; null for what the simulator finds by itself.
/// </summary>
public delegate string? DecideResult(ContactFlowAction action);

/// <summary>Results of actions by the action's identifier or type, in order; the last one stays.</summary>
public sealed class ResultScript(IReadOnlyDictionary<string, IReadOnlyList<string>> results)
{
    private readonly Dictionary<string, int> _taken = [];

    /// <summary>
    /// The results that no action of the flows can have, each as a sentence with those that it can: the operands of its
    /// conditions and its error types.
    /// </summary>
    public IReadOnlyList<string> Problems(IReadOnlyList<ContactFlow> flows)
    {
        var actions = flows.SelectMany(flow => flow.Actions).ToList();
        var problems = new List<string>();
        foreach (var (name, given) in results)
        {
            var named = actions.Where(action => action.Identifier == name).ToList();
            if (named.Count == 0)
            {
                named = [.. actions.Where(action => action.Type == name)];
            }

            if (named.Count == 0)
            {
                var names = actions.Select(action => action.Identifier).Concat(actions.Select(action => action.Type)).Distinct();
                problems.Add($"No action has the identifier or the type \"{name}\". {Suggestion.Of(name, [.. names])}");
            }

            problems.AddRange(
                from result in named.Count == 0 ? [] : given.Distinct()
                where !named.Any(action => CanEnd(action, result))
                select $"The action \"{name}\" cannot end with \"{result}\". {Possible(named, result)}"
            );
        }

        return problems;
    }

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

    // An operand that is a reference is known only during the call.
    private static bool CanEnd(ContactFlowAction action, string result) =>
        action.Transitions.Errors.Any(error => error.ErrorType == result)
        || action.Transitions.Conditions.Any(condition =>
            Reference.Is(condition.Operand) || Operators.Holds(condition.Operator, CallValue.Of(result), condition.Operand)
        );

    private static string Possible(List<ContactFlowAction> actions, string result)
    {
        var possible = actions
            .SelectMany(action =>
                action
                    .Transitions.Conditions.Where(condition => condition.Operator == Operators.EqualTo)
                    .Select(condition => condition.Operand)
                    .Concat(action.Transitions.Errors.Select(error => error.ErrorType))
            )
            .Distinct()
            .ToList();
        return possible.Count == 0 ? "It has only one way out; leave out its result." : Suggestion.Of(result, possible);
    }
}
