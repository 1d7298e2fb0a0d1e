namespace Cxf.Jsonata.Analysis.Typing;

/// <summary>The shapes of the variables that an expression binds itself, in one block, function or path.</summary>
internal sealed class TypeScope(TypeScope? parent)
{
    private readonly Dictionary<string, JsonataShape> _shapes = new(StringComparer.Ordinal);

    public TypeScope? Parent { get; } = parent;

    /// <summary>
    /// A name that is bound twice can be read between the two bindings and after them, also by functions, so it can be either.
    /// </summary>
    public void Bind(string name, JsonataShape shape) =>
        _shapes[name] = _shapes.TryGetValue(name, out var bound) ? bound.Or(shape) : shape;

    public static JsonataShape? Find(TypeScope? scope, string name)
    {
        for (; scope is not null; scope = scope.Parent)
        {
            if (scope._shapes.TryGetValue(name, out var shape))
            {
                return shape;
            }
        }

        return null;
    }
}
