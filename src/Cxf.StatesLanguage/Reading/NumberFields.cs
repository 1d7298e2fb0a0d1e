using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Numbers that are written in the definition.</summary>
internal static class NumberFields
{
    public static double? Constant(Node node, string name, NumberRange range)
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
}
