using System.Text.Json;

namespace Cxf.Functions.Answers;

/// <summary>Values as the texts that a contact flow can read.</summary>
internal static class AnswerText
{
    /// <summary>The text of a value, empty for null; null for arrays and objects, which have none.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Null => "",
        _ => null,
    };

    /// <summary>The text, or <see cref="FlowAnswer.None"/> when it is empty.</summary>
    public static string OrNone(string text) => text.Length == 0 ? FlowAnswer.None : text;
}
