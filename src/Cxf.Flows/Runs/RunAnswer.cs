using System.Text.Json;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Runs;

/// <summary>Makes the answer from how a run ended.</summary>
public static class RunAnswer
{
    /// <summary>A run that succeeded: its output is <c>{"message": …, "outputs": {…}}</c>, as compiled flows write it.</summary>
    public static Dictionary<string, string> Succeeded(string runId, string output)
    {
        var json = JsonElement.Parse(output);
        var message = json.TryGetProperty("message", out var spoken) ? FlowAnswer.TextOf(spoken) : FlowAnswer.None;
        if (message is null)
        {
            return Unreadable(runId, "message");
        }

        var answer = FlowAnswer.Of(AnswerStatus.Succeeded, runId, FlowAnswer.None, message);
        if (json.TryGetProperty("outputs", out var outputs) && outputs.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in outputs.EnumerateObject())
            {
                if (FlowAnswer.TextOf(member.Value) is not { } text)
                {
                    return Unreadable(runId, member.Name);
                }

                answer[member.Name] = FlowAnswer.OrNone(text);
            }
        }

        return FlowAnswer.Fits(answer)
            ? answer
            : FlowAnswer.Of(AnswerStatus.Failed, runId, FlowErrorWords.FlowExpression, "The flow's answer is larger than the 32 KB that Connect takes.");
    }

    /// <summary>A run that failed; AWS's own error names become our words.</summary>
    public static Dictionary<string, string> Failed(string runId, string? error, string? cause)
    {
        var word = AwsErrors.WordFor(error ?? "") ?? FlowErrorWords.Internal;

        // Only a fail step's cause is the author's sentence for the caller; AWS's causes are for operators.
        var message = word == FlowErrorWords.FlowFailed && !string.IsNullOrEmpty(cause) ? cause : FailureSentences.For(word);
        return FlowAnswer.Of(AnswerStatus.Failed, runId, word, message);
    }

    /// <summary>A run that did not end in its time.</summary>
    public static Dictionary<string, string> TimedOut(string runId) =>
        FlowAnswer.Of(AnswerStatus.Failed, runId, FlowErrorWords.FlowTimeout, FailureSentences.For(FlowErrorWords.FlowTimeout));

    /// <summary>A run that goes on without the caller.</summary>
    public static Dictionary<string, string> Running(string runId) => FlowAnswer.Of(AnswerStatus.Running, runId, FlowAnswer.None, FlowAnswer.None);

    private static Dictionary<string, string> Unreadable(string runId, string name) =>
        FlowAnswer.Of(AnswerStatus.Failed, runId, FlowErrorWords.FlowExpression, $"The flow gave no single value for \"{name}\".");
}
