using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.Evaluation.Paths;

/// <summary>The groups of one grouping, in the order of their first items.</summary>
internal sealed class GroupTable(Run run)
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Pair, ValueBuffer Items)> _groups = [];

    public int Count => _groups.Count;

    public string NameAt(int index) => _groups[index].Name;

    public int PairAt(int index) => _groups[index].Pair;

    /// <summary>A single item, or several as an array.</summary>
    public JsonataValue ItemsAt(int index)
    {
        var items = _groups[index].Items;
        return items.Count == 1 ? items[0] : new JsonataValue(items.ToArray(ArrayTraits.None));
    }

    public void Add(string name, int pair, in JsonataValue item, GroupEvaluator grouping)
    {
        if (!_indexes.TryGetValue(name, out var index))
        {
            _indexes.Add(name, _groups.Count);
            var items = run.Rent();
            items.Add(item);
            _groups.Add((name, pair, items));
            return;
        }

        var group = _groups[index];
        if (group.Pair != pair)
        {
            throw grouping.DuplicateKey(name);
        }

        Append(group.Items, item);
    }

    public void Return()
    {
        foreach (var group in _groups)
        {
            run.Return(group.Items);
        }
    }

    /// <summary>The second item makes the group an array, and joining arrays joins their items.</summary>
    private static void Append(ValueBuffer items, in JsonataValue item)
    {
        if (items.Count == 1 && items[0].IsArray)
        {
            var first = items[0];
            items.RemoveLast();
            items.AddFlattened(first);
        }

        if (!item.IsUndefined)
        {
            items.AddFlattened(item);
        }
    }
}
