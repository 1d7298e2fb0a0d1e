namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>
/// The shapes of the variables that an expression binds itself, in the blocks, functions and paths around the place that is
/// looked at. A name is found at once, however many scopes there are.
/// </summary>
internal sealed class TypeScope
{
    private readonly Stack<List<string>> _scopes = new([
        [],
    ]);
    private readonly Dictionary<string, Stack<(int Scope, JsonataShape Shape)>> _shapes = new(StringComparer.Ordinal);

    public void Enter() => _scopes.Push([]);

    public void Leave() => _scopes.Pop().ForEach(name => _shapes[name].Pop());

    /// <summary>A name bound twice may be read between and after the two, also by functions: it is either.</summary>
    public void Bind(string name, JsonataShape shape)
    {
        var shapes = _shapes.TryGetValue(name, out var known) ? known : _shapes[name] = new Stack<(int, JsonataShape)>();
        if (shapes.TryPeek(out var last) && last.Scope == _scopes.Count)
        {
            shapes.Pop();
            shapes.Push((last.Scope, last.Shape.Or(shape)));
            return;
        }

        shapes.Push((_scopes.Count, shape));
        _scopes.Peek().Add(name);
    }

    public JsonataShape? Find(string name) =>
        _shapes.TryGetValue(name, out var shapes) && shapes.TryPeek(out var last) ? last.Shape : null;
}
