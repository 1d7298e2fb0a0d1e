namespace Cxf.Jsonata.Values;

/// <summary>
/// An object that the evaluation created: an ordered dictionary in two arrays. A few properties are found by comparing names;
/// from <see cref="IndexedFrom"/> on there is a hash index. Only the code that creates an object changes it, except a transform,
/// which changes its own copies.
/// </summary>
internal sealed class ObjectValue : HeapValue
{
    private const int IndexedFrom = 9;
    private string[] _names;
    private JsonataValue[] _values;
    private NameIndex? _index;
    private int _count;
    private bool _namesAreShared;

    public ObjectValue(int capacity = 4)
        : base(JsonataKind.Object)
    {
        _names = capacity == 0 ? [] : new string[capacity];
        _values = capacity == 0 ? [] : new JsonataValue[capacity];
    }

    /// <summary>An object whose names are known: they are shared with the expression's node, not copied.</summary>
    public ObjectValue(string[] names, JsonataValue[] values)
        : base(JsonataKind.Object)
    {
        _names = names;
        _values = values;
        _count = names.Length;
        _namesAreShared = true;
    }

    /// <summary>An object with unique names, which takes ownership of both arrays.</summary>
    public ObjectValue(string[] names, JsonataValue[] values, int count)
        : base(JsonataKind.Object)
    {
        _names = names;
        _values = values;
        _count = count;
    }

    public int Count => _count;

    public string NameAt(int index) => _names[index];

    public ref readonly JsonataValue ValueAt(int index) => ref _values[index];

    public bool TryGet(string name, out JsonataValue value)
    {
        var at = Find(name);
        value = at < 0 ? default : _values[at];
        return at >= 0;
    }

    public void Set(string name, in JsonataValue value) => Set(name, _count >= IndexedFrom ? NameIndex.Hash(name) : 0, value);

    /// <summary>Sets a property whose name's <see cref="NameIndex.Hash"/> is known.</summary>
    public void Set(string name, int hash, in JsonataValue value)
    {
        if (_count >= IndexedFrom)
        {
            SetIndexed(name, hash, value);
        }
        else if (Find(name) is >= 0 and var at)
        {
            _values[at] = value;
        }
        else
        {
            Append(name, value);
        }
    }

    /// <summary>Adds a property that is known to be new.</summary>
    public void Append(string name, in JsonataValue value)
    {
        if (_count == _names.Length || _namesAreShared)
        {
            Grow();
        }

        _names[_count] = name;
        _values[_count] = value;
        _index?.Add(_names, _count);
        _count++;
    }

    public void Remove(string name)
    {
        var at = Find(name);
        if (at < 0)
        {
            return;
        }

        if (_namesAreShared)
        {
            Grow();
        }

        _count--;
        Array.Copy(_names, at + 1, _names, at, _count - at);
        Array.Copy(_values, at + 1, _values, at, _count - at);
        _values[_count] = default;
        _index = null;
    }

    private int Find(string name)
    {
        if (_count >= IndexedFrom)
        {
            return Index().Find(_names, name);
        }

        for (var at = 0; at < _count; at++)
        {
            if (ReferenceEquals(_names[at], name) || string.Equals(_names[at], name))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Looks up the name and adds it in one search.</summary>
    private void SetIndexed(string name, int hash, in JsonataValue value)
    {
        if (_count == _names.Length || _namesAreShared)
        {
            Grow();
        }

        var at = Index().FindOrAdd(_names, name, hash, _count);
        if (at == _count)
        {
            _names[_count++] = name;
        }

        _values[at] = value;
    }

    private NameIndex Index()
    {
        if (_index is null)
        {
            _index = new NameIndex(Math.Max(_names.Length, _count));
            for (var at = 0; at < _count; at++)
            {
                _index.Add(_names, at);
            }
        }

        return _index;
    }

    private void Grow()
    {
        var capacity = Math.Max(4, _count == _names.Length ? _count * 2 : _names.Length);
        var names = new string[capacity];
        var values = new JsonataValue[capacity];
        Array.Copy(_names, names, _count);
        Array.Copy(_values, values, _count);
        _names = names;
        _values = values;
        _namesAreShared = false;
    }
}
