using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads numbers and timestamps that are written as constants.</summary>
internal static class ConstantFields
{
    public static double? Number(Node node, string name, NumberRange range)
    {
        if (node.Member(name) is not { } field || !field.Expect(JsonValueKind.Number))
        {
            return null;
        }

        var value = field.Value.GetDouble();
        if (range.IsInteger && value != Math.Floor(value))
        {
            field.Error("Expected an integer");
            return null;
        }

        if (value < range.Minimum || value > range.Maximum)
        {
            field.Error($"Expected a value between {range.Minimum} and {range.Maximum}");
            return null;
        }

        return value;
    }

    public static TimestampField? Timestamp(Node field)
    {
        if (Data.Timestamp.TryParse(field.Text, out var time))
        {
            return new ConstantTimestamp(time);
        }

        field.Error("String does not match RFC3339 timestamp");
        return null;
    }
}
