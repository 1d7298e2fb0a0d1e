using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// The data tables of an instance as one call sees them: empty at its beginning, then with the rows that it wrote.
/// </summary>
internal sealed class DataTables
{
    private readonly Dictionary<string, List<DataTableRow>> _tables = [];
    private readonly Dictionary<(string Query, string Attribute), string> _found = [];

    /// <summary>What the latest list found: <c>$.DataTableList.ResultData</c>.</summary>
    public JsonElement? Listed { get; private set; }

    /// <summary>What a query found: <c>$.DataTables.QUERY.ATTRIBUTE</c>.</summary>
    public string? Find(string query, string attribute) => _found.GetValueOrDefault((query, attribute));

    /// <summary>Writes the row of these primary values, or changes its attributes.</summary>
    public void Write(string table, DataTableRow row)
    {
        var rows = Rows(table);
        if (rows.FirstOrDefault(written => written.Has(row.Keys) && written.Keys.Count == row.Keys.Count) is { } same)
        {
            foreach (var (name, value) in row.Attributes)
            {
                same.Attributes[name] = value;
            }
        }
        else
        {
            rows.Add(row);
        }
    }

    /// <summary>
    /// Reads attributes of the first row with these primary values; a query that finds nothing leaves no value.
    /// </summary>
    public void Read(string table, string query, IReadOnlyDictionary<string, string> keys, IEnumerable<string> attributes)
    {
        var row = Rows(table).FirstOrDefault(written => written.Has(keys));
        foreach (var attribute in attributes)
        {
            _found.Remove((query, attribute));
            if (row?.Find(attribute) is { } value)
            {
                _found[(query, attribute)] = value;
            }
        }
    }

    /// <summary>Lists the rows of each group; without groups, all rows as the group <c>default</c>.</summary>
    public void List(string table, IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Keys)> groups) =>
        Listed = JsonOutput.Element(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("dataTableId", table);
            writer.WriteStartObject("lockVersion");
            writer.WriteString("dataTable", "1");
            writer.WriteEndObject();
            writer.WriteStartObject("primaryKeyGroups");
            foreach (var (name, keys) in groups.Count > 0 ? groups : [("default", new Dictionary<string, string>())])
            {
                writer.WriteStartArray(name);
                foreach (var row in Rows(table).Where(row => row.Has(keys)))
                {
                    row.Write(writer);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        });

    private List<DataTableRow> Rows(string table) => _tables.TryGetValue(table, out var rows) ? rows : _tables[table] = [];
}

/// <summary>One row.</summary>
/// <param name="Keys">Its primary values.</param>
/// <param name="Attributes">Its other values.</param>
internal sealed record DataTableRow(IReadOnlyDictionary<string, string> Keys, Dictionary<string, string> Attributes)
{
    public bool Has(IReadOnlyDictionary<string, string> keys) =>
        keys.All(key => Keys.TryGetValue(key.Key, out var value) && value == key.Value);

    public string? Find(string attribute) => Attributes.GetValueOrDefault(attribute) ?? Keys.GetValueOrDefault(attribute);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Write(writer, "primaryKeys", Keys);
        Write(writer, "attributes", Attributes);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string member, IEnumerable<KeyValuePair<string, string>> values)
    {
        writer.WriteStartArray(member);
        foreach (var (name, value) in values)
        {
            writer.WriteStartObject();
            writer.WriteString("attributeName", name);
            writer.WriteString("attributeValue", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
