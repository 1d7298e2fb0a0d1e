using System.Text.RegularExpressions;

namespace Cxf.StatesLanguage.Reading;

/// <summary>The rule for names of variables: a Unicode identifier of at most 80 characters that is not <c>states</c>.</summary>
internal static partial class VariableNames
{
    public static void Check(Node node, string name)
    {
        if (name.Length > ServiceLimits.NameCharacters || !Identifier.IsMatch(name))
        {
            node.Error($"The variable name '{name}' is not valid");
        }
        else if (name == "states")
        {
            node.Error("The variable name 'states' is reserved");
        }
    }

    [GeneratedRegex(@"^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$")]
    private static partial Regex Identifier { get; }
}

/// <summary>
/// The variables that the graphs around the one being read assign. An inner graph reads them but may not assign their names (AWS,
/// "Passing data between states with variables", variable scope); a distributed Map's children see none of them.
/// </summary>
internal sealed class VariableScopes
{
    private readonly Stack<Scope> _scopes = new();

    /// <summary>Checks the variables that a graph assigns and makes them known to inner graphs.</summary>
    public void Enter(Node states, bool isIsolated)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var assign in states
                .Members()
                .Where(static state => state.Node.IsObject)
                .SelectMany(static state => Assigns(state.Node))
        )
        {
            foreach (var (member, node) in assign.Members())
            {
                var name = member.EndsWith(".$", StringComparison.Ordinal) ? member[..^2] : member;
                own.Add(name);
                if (!isIsolated && _scopes.TryPeek(out var outer) && outer.Sees(name))
                {
                    node.Error($"The variable '{name}' is assigned in an outer scope and cannot be assigned here");
                }
            }
        }

        _scopes.Push(new Scope(own, isIsolated || !_scopes.TryPeek(out var around) ? null : around));
    }

    public void Leave() => _scopes.Pop();

    private static IEnumerable<Node> Assigns(Node state)
    {
        if (state.Member("Assign") is { IsObject: true } assign)
        {
            yield return assign;
        }

        foreach (var entry in state.Objects("Catch").Concat(state.Objects("Choices")))
        {
            if (entry.Member("Assign") is { IsObject: true } inner)
            {
                yield return inner;
            }
        }
    }

    // Outer scopes are searched and not copied: a machine can have thousands of graphs inside one that assigns thousands of
    // variables.
    private sealed record Scope(HashSet<string> Own, Scope? Outer)
    {
        public bool Sees(string name)
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                if (scope.Own.Contains(name))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
