namespace Cxf.OpenApi;

/// <summary>What of a document is left out or not checked, by name, with how often it occurs.</summary>
internal sealed class UnsupportedParts
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Add(string name, int count = 1) => _counts[name] = _counts.GetValueOrDefault(name) + count;

    public void Add(UnsupportedParts others)
    {
        foreach (var (name, count) in others._counts)
        {
            Add(name, count);
        }
    }
}
