namespace Cxf.StatesLanguage.Reading;

/// <summary>
/// The variables that the graphs around the one being read assign. An inner graph reads them but may not assign their names
/// (AWS, "Passing data between states with variables", variable scope); a distributed Map's children see none of them.
/// </summary>
internal sealed class VariableScopes
{
    private readonly Stack<HashSet<string>> _scopes = new();

    /// <summary>Checks what a graph assigns and makes it known to the graphs inside.</summary>
    public void Enter(Node states, bool isIsolated)
    {
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var assign in states.Members().Where(static state => state.Node.IsObject).SelectMany(
                static state => Assigns(state.Node)))
        {
            foreach (var (member, place) in assign.Members())
            {
                var name = member.EndsWith(".$", StringComparison.Ordinal) ? member[..^2] : member;
                own.Add(name);
                if (!isIsolated && _scopes.TryPeek(out var outer) && outer.Contains(name))
                {
                    place.Error($"The variable '{name}' is assigned in an outer scope and cannot be assigned here");
                }
            }
        }

        if (!isIsolated && _scopes.TryPeek(out var around))
        {
            own.UnionWith(around);
        }

        _scopes.Push(own);
    }

    public void Leave() => _scopes.Pop();

    private static IEnumerable<Node> Assigns(Node state)
    {
        if (state.Member("Assign") is { IsObject: true } assign)
        {
            yield return assign;
        }

        foreach (var name in (string[])["Catch", "Choices"])
        {
            if (state.Member(name) is not { IsArray: true } entries)
            {
                continue;
            }

            foreach (var entry in entries.Items())
            {
                if (entry.IsObject && entry.Member("Assign") is { IsObject: true } inner)
                {
                    yield return inner;
                }
            }
        }
    }
}
