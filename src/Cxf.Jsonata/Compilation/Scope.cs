namespace Cxf.Jsonata.Compilation;

/// <summary>The names that a block, function or path may bind, at compile time; each has a place in the frame made for it.</summary>
internal sealed class Scope(Scope? parent)
{
    private readonly List<string> _names = [];

    public Scope? Parent { get; } = parent;

    public IReadOnlyList<string> Names => _names;

    public int Count => _names.Count;

    /// <summary>The frame may outlive its call, because a function inside keeps it.</summary>
    public bool IsCaptured { get; set; }

    public int Declare(string name)
    {
        var slot = _names.IndexOf(name);
        if (slot < 0)
        {
            slot = _names.Count;
            _names.Add(name);
        }

        return slot;
    }

    /// <summary>Adds a place even where the name is there already: parameters are placed by position.</summary>
    public void DeclareParameter(string name) => _names.Add(name);

    /// <summary>The last place of a name, or -1.</summary>
    public int Find(string name) => _names.LastIndexOf(name);
}
