namespace Cxf.ApiCalls.Requests;

/// <summary>The headers of one request: a handful, so a list is searched from its start.</summary>
internal sealed class HeaderList(int capacity)
{
    private readonly List<KeyValuePair<string, string>> _headers = new(capacity);

    public IReadOnlyList<KeyValuePair<string, string>> All => _headers;

    public void Add(string name, string value) => _headers.Add(new(name, value));

    /// <summary>Sets a header to one value, which replaces existing ones.</summary>
    public void Set(string name, string value)
    {
        Remove(name);
        Add(name, value);
    }

    public void SetDefault(string name, string value)
    {
        if (!Has(name))
        {
            Add(name, value);
        }
    }

    public bool Has(string name) => _headers.Exists(header => Is(header, name));

    public void Remove(string name) => _headers.RemoveAll(header => Is(header, name));

    /// <summary>Takes out the headers that belong to the content.</summary>
    public List<KeyValuePair<string, string>> TakeContent()
    {
        var content = _headers.FindAll(header => HeaderRules.IsOfContent(header.Key));
        _headers.RemoveAll(header => HeaderRules.IsOfContent(header.Key));
        return content;
    }

    private static bool Is(KeyValuePair<string, string> header, string name) =>
        header.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
