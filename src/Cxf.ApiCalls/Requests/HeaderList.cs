namespace Cxf.ApiCalls.Requests;

/// <summary>The headers of one request: a handful, so a list is searched from its start.</summary>
internal sealed class HeaderList(int capacity)
{
    private readonly List<KeyValuePair<string, string>> _headers = new(capacity);

    public IReadOnlyList<KeyValuePair<string, string>> All => _headers;

    public void Set(string name, string value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            _headers.Add(new(name, value));
        }
        else
        {
            _headers[index] = new(name, value);
        }
    }

    public void SetDefault(string name, string value)
    {
        if (IndexOf(name) < 0)
        {
            _headers.Add(new(name, value));
        }
    }

    /// <summary>Takes out the header that belongs to the content.</summary>
    public string? TakeContentType()
    {
        var index = IndexOf("Content-Type");
        if (index < 0)
        {
            return null;
        }

        var value = _headers[index].Value;
        _headers.RemoveAt(index);
        return value;
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < _headers.Count; index++)
        {
            if (_headers[index].Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }
        }

        return -1;
    }
}
