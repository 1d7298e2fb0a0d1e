using System.Text.Json;

namespace Cxf.Flows.Runs;

/// <summary>The answer to a caller: the four values that every answer has, and the flow's outputs.</summary>
/// <param name="Status">One of <see cref="AnswerStatus"/>.</param>
/// <param name="RunId">The run, or empty.</param>
/// <param name="ErrorCode">The error code; empty when nothing failed.</param>
/// <param name="Message">What can be spoken; empty when there is nothing to say.</param>
public sealed record FlowAnswer(string Status, string RunId, string ErrorCode, string Message)
{
    /// <summary>
    /// The text of an answer without a value: an empty value cannot be compared in a contact flow.
    /// </summary>
    public const string None = "NONE";

    /// <summary>The names of the values that every answer has; outputs have others.</summary>
    public static IReadOnlyList<string> OwnNames { get; } = ["status", "runId", "errorCode", "message"];

    /// <summary>The flow's outputs, an object; undefined when there are none.</summary>
    public JsonElement Outputs { get; init; }

    /// <summary>
    /// The exception that kept us from a better answer, for the log only: an answer never shows it. Null without a failure.
    /// </summary>
    public Exception? CausedBy { get; init; }

    /// <summary>Whether the flow ended in a <c>fail</c> step, as its author planned. Default: no.</summary>
    public bool EndedInFailStep { get; init; }

    /// <summary>What a record of the run holds as its error, so that the answer can be made from it again.</summary>
    public string RecordedError =>
        EndedInFailStep && ErrorCode != FlowErrorCodes.FlowFailed ? FailedRun.Prefix + ErrorCode : ErrorCode;

    /// <summary>The answer to a request that is not carried out.</summary>
    public static FlowAnswer Rejected(Rejection rejection) => Rejected(rejection.ErrorCode, rejection.Message);

    /// <summary>The answer to a request that is not carried out.</summary>
    public static FlowAnswer Rejected(string word, string message) => new(AnswerStatus.Rejected, "", word, message);

    /// <summary>A run that goes on without the caller, or may do so.</summary>
    public static FlowAnswer Running(string runId, Exception? causedBy = null) =>
        new(AnswerStatus.Running, runId, "", "") { CausedBy = causedBy };

    /// <summary>A failure, told in the word's own sentence.</summary>
    public static FlowAnswer Failed(string runId, string word, Exception? causedBy = null) =>
        new(AnswerStatus.Failed, runId, word, FailureSentences.For(word)) { CausedBy = causedBy };

    /// <summary>A run that did not end in its time.</summary>
    public static FlowAnswer TimedOut(string runId, Exception? causedBy = null) =>
        Failed(runId, FlowErrorCodes.FlowTimeout, causedBy);

    /// <summary>
    /// A value as the text that a contact flow gets, empty for null; null for an array or an object, which it cannot read.
    /// </summary>
    public static string? TextOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            JsonValueKind.Null => "",
            _ => null,
        };

    /// <summary>The text, or <see cref="None"/> when it is empty.</summary>
    public static string OrNone(string text) => text.Length == 0 ? None : text;
}
