using System.Globalization;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Cxf.Functions.Limits;

/// <summary>
/// One change of a <see cref="LimitRecord"/>: what it sets, adds and removes, and its conditions, as expressions.
/// </summary>
internal sealed class RecordUpdate
{
    private readonly List<string> _sets = [];
    private readonly List<string> _adds = [];
    private readonly List<string> _removes = [];
    private readonly List<string> _conditions = [];
    private readonly Dictionary<string, string> _placeholders = [];
    private readonly Dictionary<string, AttributeValue> _values = [];

    /// <summary>Whether it changes nothing.</summary>
    public bool IsEmpty => _sets.Count + _adds.Count + _removes.Count == 0;

    public void Set(string attribute, long value) => _sets.Add($"{Path(attribute)} = {Value(value)}");

    public void Add(string attribute, long value) => _adds.Add($"{Path(attribute)} {Value(value)}");

    public void Remove(string attribute) => RemovePath(Path(attribute));

    public void RemoveLease(string map, string lease) => RemovePath($"{Path(map)}.{Path(lease)}");

    /// <summary>Adds a lease to a map that exists while the map has room.</summary>
    /// <param name="map">The map.</param>
    /// <param name="lease">The lease.</param>
    /// <param name="until">When it ends.</param>
    /// <param name="max">The most leases that the map may have.</param>
    /// <param name="replaced">
    /// Leases to remove, which nobody uses any more. One that is not there leaves the update valid: the lease takes the room
    /// of any of them that is.
    /// </param>
    public void AddLease(string map, string lease, long until, int max, IReadOnlyList<string> replaced)
    {
        _sets.Add($"{Path(map)}.{Path(lease)} = {Value(until)}");
        foreach (var old in replaced)
        {
            RemoveLease(map, old);
        }

        var limit = Value(max);
        var exchange = string.Join(" OR ", replaced.Select(old => $"attribute_exists({Path(map)}.{Path(old)})"));
        _conditions.Add(
            $"(size({Path(map)}) < {limit}"
                + (exchange.Length == 0 ? ")" : $" OR (size({Path(map)}) = {limit} AND ({exchange})))")
        );
    }

    /// <summary>Makes a map with its first lease, unless there is one.</summary>
    public void AddMap(string map, string lease, long until)
    {
        var leases = new AttributeValue
        {
            M = new() { [lease] = new() { N = Text(until) } },
            IsMSet = true,
        };
        _sets.Add($"{Path(map)} = {Value(leases)}");
        _conditions.Add($"attribute_not_exists({Path(map)})");
    }

    /// <summary>Requires that a number is absent or below a limit.</summary>
    public void RequireBelow(string attribute, long limit) =>
        _conditions.Add($"(attribute_not_exists({Path(attribute)}) OR {Path(attribute)} < {Value(limit)})");

    /// <summary>Requires that a number has a value.</summary>
    public void RequireEqual(string attribute, long value) => _conditions.Add($"{Path(attribute)} = {Value(value)}");

    public void RequireAbsent(string attribute) => _conditions.Add($"attribute_not_exists({Path(attribute)})");

    public UpdateItemRequest ToRequest(string table, LimitRecordKey key)
    {
        string?[] clauses = [Clause("SET", _sets), Clause("ADD", _adds), Clause("REMOVE", _removes)];
        return new UpdateItemRequest
        {
            TableName = table,
            Key = key.ToItem(),
            UpdateExpression = string.Join(' ', clauses.Where(clause => clause is not null)),
            ConditionExpression = _conditions.Count == 0 ? null : string.Join(" AND ", _conditions),
            ExpressionAttributeNames = _placeholders.ToDictionary(name => name.Value, name => name.Key),
            ExpressionAttributeValues = _values.Count == 0 ? null : _values,
            ReturnValues = ReturnValue.ALL_NEW,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
    }

    private static string? Clause(string keyword, List<string> parts) =>
        parts.Count == 0 ? null : $"{keyword} {string.Join(", ", parts)}";

    // DynamoDB refuses an update that names a path twice.
    private void RemovePath(string path)
    {
        if (!_removes.Contains(path))
        {
            _removes.Add(path);
        }
    }

    private string Path(string name)
    {
        if (!_placeholders.TryGetValue(name, out var placeholder))
        {
            placeholder = $"#n{_placeholders.Count}";
            _placeholders[name] = placeholder;
        }

        return placeholder;
    }

    private string Value(long number) => Value(new AttributeValue { N = Text(number) });

    private string Value(AttributeValue value)
    {
        var placeholder = $":v{_values.Count}";
        _values[placeholder] = value;
        return placeholder;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
