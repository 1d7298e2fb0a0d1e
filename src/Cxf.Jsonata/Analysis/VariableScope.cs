namespace Cxf.Jsonata.Analysis;

/// <summary>
/// The variables that are bound where the text is being read, from left to right, in the blocks, functions and paths around the
/// place. A function's body runs later, so it sees what the scopes around it bind behind its definition too. Whether a name is
/// seen is known without looking through the scopes, which may be many.
/// </summary>
internal sealed class VariableScope
{
    private readonly Stack<Scope> _scopes = new([new Scope(IsFunction: false)]);
    private readonly Stack<int> _functions = new();
    private readonly Dictionary<string, int> _bound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _later = new(StringComparer.Ordinal);

    public void Enter(bool isFunction)
    {
        _scopes.Push(new Scope(isFunction));
        if (isFunction)
        {
            _functions.Push(_scopes.Count);
        }
    }

    public void Leave()
    {
        var scope = _scopes.Pop();
        if (scope.IsFunction)
        {
            _functions.Pop();
        }

        scope.Bound.ForEach(name => _bound[name]--);
        scope.Later.ForEach(name => _later[name].RemoveAt(_later[name].Count - 1));
    }

    public void Bind(string name)
    {
        _scopes.Peek().Bound.Add(name);
        _bound[name] = _bound.GetValueOrDefault(name) + 1;
    }

    public void BindLater(string name)
    {
        _scopes.Peek().Later.Add(name);
        (_later.TryGetValue(name, out var known) ? known : _later[name] = []).Add(_scopes.Count);
    }

    /// <summary>Whether a name is bound, or will be by a scope around the innermost function.</summary>
    public bool Sees(string name) =>
        _bound.GetValueOrDefault(name) > 0
        || (
            _functions.TryPeek(out var function)
            && _later.TryGetValue(name, out var scopes)
            && scopes.Count > 0
            && scopes[0] < function
        );

    private sealed record Scope(bool IsFunction)
    {
        public List<string> Bound { get; } = [];

        public List<string> Later { get; } = [];
    }
}
