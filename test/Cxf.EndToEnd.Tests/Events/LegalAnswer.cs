using System.Text.Json;
using Cxf.ApiCalls;
using Cxf.Flows;

namespace Cxf.EndToEnd.Tests.Events;

/// <summary>What Amazon Connect, and the contact flow behind it, can take as an answer.</summary>
internal static class LegalAnswer
{
    private const int MaxBytes = 32 * 1024;

    private static readonly string[] Statuses = ["SUCCEEDED", "RUNNING", "FAILED", "REJECTED"];

    private static readonly HashSet<string> Words =
    [
        .. ErrorCodes.All,
        FlowErrorCodes.FlowFailed,
        FlowErrorCodes.FlowTimeout,
        FlowErrorCodes.FlowExpression,
        FlowErrorCodes.InvalidRequest,
        FlowErrorCodes.TenantNotAllowed,
        FlowErrorCodes.FlowNotFound,
        FlowErrorCodes.FlowNotLive,
        FlowErrorCodes.PayloadInvalid,
        FlowErrorCodes.RequestKeyConflict,
        FlowErrorCodes.RunNotFound,
        FlowErrorCodes.RunNotStarted,
        FlowErrorCodes.Busy,
    ];

    /// <summary>
    /// Reads an answer and asserts that it is legal. <see cref="FlowErrorCodes.Internal"/> is none: it is what an exception in
    /// our own code looks like.
    /// </summary>
    public static JsonElement Read(byte[] answer, string asked)
    {
        Assert.True(answer.Length < MaxBytes, asked);
        var json = JsonElement.Parse(answer);
        Assert.True(json.ValueKind == JsonValueKind.Object, asked);
        foreach (var name in (string[])["status", "runId", "errorCode", "message"])
        {
            Assert.True(
                json.TryGetProperty(name, out var value)
                    && value.ValueKind == JsonValueKind.String
                    && value.GetString()!.Length > 0,
                $"{name}: {asked}"
            );
        }

        Assert.True(Statuses.Contains(json.Text("status")), $"{json}: {asked}");
        var failed = json.Text("status") is "FAILED" or "REJECTED";
        Assert.True(failed ? Words.Contains(json.Text("errorCode")!) : json.Text("errorCode") == "NONE", $"{json}: {asked}");
        return json;
    }

    /// <summary>Asserts what STRING_MAP demands besides: texts only, none of them empty.</summary>
    public static void AssertStringMap(JsonElement answer, string asked) =>
        Assert.All(
            answer.EnumerateObject(),
            member =>
                Assert.True(
                    member.Value.ValueKind == JsonValueKind.String && member.Value.GetString()!.Length > 0,
                    $"{member.Name}: {asked}"
                )
        );
}
