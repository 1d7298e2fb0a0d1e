namespace Cxf.Jsonata.Analysis;

/// <summary>The variables of one block, function or path while the text is read from left to right.</summary>
/// <param name="Parent">The scope around it.</param>
/// <param name="IsFunction">
/// The scope is a function's. Its body runs later, so it sees what the scopes around it bind behind its definition too.
/// </param>
internal sealed record VariableScope(VariableScope? Parent, bool IsFunction)
{
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);
    private readonly HashSet<string> _later = new(StringComparer.Ordinal);

    public void Bind(string name) => _bound.Add(name);

    public void BindLater(string name) => _later.Add(name);

    public static bool Sees(VariableScope? scope, string name)
    {
        var runsLater = false;
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope._bound.Contains(name) || (runsLater && scope._later.Contains(name)))
            {
                return true;
            }

            runsLater |= scope.IsFunction;
        }

        return false;
    }
}
