using System.Text;
using System.Text.Json;

namespace Cxf.Flows.Runs;

/// <summary>
/// The answer to Connect: a flat map of texts that are never empty (an empty value cannot be compared in a contact flow),
/// in all under 32 KB (Amazon Connect administrator guide, "Invoke Lambda functions").
/// </summary>
public static class FlowAnswer
{
    /// <summary>What stands where there is nothing to say.</summary>
    public const string None = "NONE";

    /// <summary>The most bytes of an answer: Connect's 32 KB, counted in UTF-8 with its JSON punctuation.</summary>
    public const int MaxBytes = 32_768;

    /// <summary>The names of the values that every answer has; outputs have others.</summary>
    public static IReadOnlyList<string> OwnNames { get; } = ["status", "runId", "errorCode", "message"];

    // Two quotes each for name and value, colon and comma.
    private const int PunctuationPerPair = 6;

    /// <summary>An answer with the four values that every answer has.</summary>
    public static Dictionary<string, string> Of(string status, string runId, string errorCode, string message) => new()
    {
        ["status"] = status,
        ["runId"] = OrNone(runId),
        ["errorCode"] = OrNone(errorCode),
        ["message"] = OrNone(message),
    };

    /// <summary>The answer to a request that is not carried out.</summary>
    public static Dictionary<string, string> Rejected(Rejection rejection) =>
        Of(AnswerStatus.Rejected, None, rejection.Word, rejection.Message);

    /// <summary>The text, or <see cref="None"/> when it is empty.</summary>
    public static string OrNone(string text) => text.Length == 0 ? None : text;

    /// <summary>A value as the text that a contact flow gets; null for an array or an object, which it cannot read.</summary>
    public static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Null => None,
        _ => null,
    };

    /// <summary>Whether Connect takes an answer of this size.</summary>
    public static bool Fits(Dictionary<string, string> answer) =>
        answer.Sum(pair => Encoding.UTF8.GetByteCount(pair.Key) + EscapedLength(pair.Value) + PunctuationPerPair) + 2 < MaxBytes;

    private static int EscapedLength(string text) => JsonEncodedText.Encode(text).EncodedUtf8Bytes.Length;
}
