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
        var scope = new Scope(isIsolated || !_scopes.TryPeek(out var around) ? null : around);
        foreach (var (_, state) in states.Members().Where(static state => state.Node.IsObject))
        {
            Add(scope, state);
        }

        _scopes.Push(scope);
    }

    public void Leave() => _scopes.Pop();

    private static void Add(Scope scope, Node state)
    {
        foreach (var (name, node) in Names([state, .. state.Objects("Choices")]))
        {
            scope.Own.Add(name);
            Check(scope, name, node);
        }

        foreach (var (name, node) in Names(state.Objects("Catch")))
        {
            (scope.Caught.TryGetValue(name, out var paths) ? paths : scope.Caught[name] = []).Add(state.Path);
            Check(scope, name, node);
        }
    }

    private static void Check(Scope scope, string name, Node node)
    {
        if (scope.Outer?.Sees(name, node.Path) == true)
        {
            node.Error($"The variable '{name}' is assigned in an outer scope and cannot be assigned here");
        }
    }

    private static IEnumerable<(string Name, Node Node)> Names(IEnumerable<Node> owners) =>
        owners
            .Select(static owner => owner.Member("Assign"))
            .OfType<Node>()
            .Where(static assign => assign.IsObject)
            .SelectMany(static assign => assign.Members())
            .Select(static member =>
                (member.Name.EndsWith(".$", StringComparison.Ordinal) ? member.Name[..^2] : member.Name, member.Node)
            );

    // Outer scopes are searched and not copied: a machine can have thousands of graphs inside one that assigns thousands of
    // variables.
    private sealed class Scope(Scope? outer)
    {
        public Scope? Outer { get; } = outer;

        public HashSet<string> Own { get; } = new(StringComparer.Ordinal);

        /// <summary>Variables that catchers assign, with the paths of their states.</summary>
        public Dictionary<string, List<string>> Caught { get; } = new(StringComparer.Ordinal);

        /// <summary>
        /// Whether an inner graph at a path sees the variable. A state's own catchers run after its inner graphs, so what they
        /// assign is no outer variable there (recorded).
        /// </summary>
        public bool Sees(string name, string path)
        {
            for (var scope = this; scope is not null; scope = scope.Outer)
            {
                if (
                    scope.Own.Contains(name)
                    || (
                        scope.Caught.TryGetValue(name, out var states)
                        && states.Exists(state => !path.StartsWith($"{state}/", StringComparison.Ordinal))
                    )
                )
                {
                    return true;
                }
            }

            return false;
        }
    }
}
