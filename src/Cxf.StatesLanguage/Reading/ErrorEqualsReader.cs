using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Reads ErrorEquals. States.ALL stands alone and in the last entry (States Language specification).</summary>
internal static class ErrorEqualsReader
{
    public static IReadOnlyList<string> Read(Node entry)
    {
        if (!entry.Require("ErrorEquals") || entry.Member("ErrorEquals") is not { } field || !field.Expect(JsonValueKind.Array))
        {
            return [];
        }

        var names = new List<string>();
        foreach (var name in field.Items())
        {
            if (name.Expect(JsonValueKind.String))
            {
                names.Add(name.Text);
            }
        }

        if (names.Count == 0)
        {
            field.Error("The field must have at least one element");
        }

        if (names.Count > 1 && names.Contains(ErrorNames.All))
        {
            field.Error("States.ALL must appear alone");
        }

        return names;
    }

    public static void CheckOrder(Node entries)
    {
        var last = entries.Value.GetArrayLength() - 1;
        var index = 0;
        foreach (var entry in entries.Items())
        {
            if (index++ < last && entry.IsObject && entry.Member("ErrorEquals") is { IsArray: true } names
                && names.Items().Any(static name => name.IsString && name.Text == ErrorNames.All))
            {
                names.Error("States.ALL must appear in the last element");
            }
        }
    }
}
