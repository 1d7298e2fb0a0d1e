using System.Globalization;
using System.Text.Json.Nodes;

namespace Cxf.StatesLanguage.Tasks.DynamoDb.InMemory;

/// <summary>A change of a table's item.</summary>
/// <param name="table">The table's name.</param>
/// <param name="record">The record of the table's stream, with the view type NEW_IMAGE.</param>
public sealed class ItemChangedEventArgs(string table, JsonObject record) : EventArgs
{
    /// <summary>The table's name.</summary>
    public string Table { get; } = table;

    /// <summary>The record of the table's stream, with the view type NEW_IMAGE.</summary>
    public JsonObject Record { get; } = record;

    internal static ItemChangedEventArgs Of(
        string table,
        int sequenceNumber,
        string eventName,
        JsonObject keys,
        JsonObject? image
    )
    {
        var change = new JsonObject
        {
            ["Keys"] = keys,
            ["SequenceNumber"] = sequenceNumber.ToString(CultureInfo.InvariantCulture),
            ["StreamViewType"] = "NEW_IMAGE",
        };
        if (image is not null)
        {
            change["NewImage"] = image.DeepClone();
        }

        return new ItemChangedEventArgs(
            table,
            new JsonObject
            {
                ["eventName"] = eventName,
                ["eventSource"] = "aws:dynamodb",
                ["dynamodb"] = change,
            }
        );
    }
}
