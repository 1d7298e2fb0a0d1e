using System.Globalization;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>wait</c>.</summary>
internal static class WaitStepReader
{
    // RFC 3339 as Step Functions takes it: a capital T, seconds, and Z or an offset.
    private static readonly string[] TimestampFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "seconds", "until", "atMostSeconds", "next");
        var (seconds, until) = (step.Member("seconds"), step.Member("until"));
        if (seconds is null == until is null)
        {
            step.Report(
                FlowCodes.WaitAmbiguous,
                seconds is null ? "The wait has no end." : "The wait has two ends.",
                "Say either how long (\"seconds\") or until when (\"until\")."
            );
        }

        // Text that is not an expression is one mistake, and needs no bound.
        var isText = seconds is { Kind: JsonValueKind.String } && !StepMembers.IsExpression(seconds);
        var atMost =
            isText ? 0
            : seconds is { Kind: JsonValueKind.Number } ? ReadSeconds(step, seconds)
            : ReadBound(step);
        var isRight =
            (seconds is null || seconds.Kind == JsonValueKind.Number || StepMembers.Expression(seconds) is not null)
            & (until is null || IsInstant(until))
            & StepMembers.TryReadNext(step, scope, "Name the step after the wait.", out var next);
        return isRight && atMost is { } bound
            ? new WaitStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Seconds = StepMembers.Value(step, "seconds"),
                Until = StepMembers.Value(step, "until"),
                AtMost = TimeSpan.FromSeconds(bound),
                Next = next,
            }
            : null;
    }

    private static int? ReadSeconds(JsonCursor step, JsonCursor seconds)
    {
        if (step.Member("atMostSeconds") is { } bound)
        {
            bound.Reader.ReportName(
                bound.Pointer,
                FlowCodes.Unknown,
                "A wait of a fixed number of seconds needs no bound.",
                "Remove \"atMostSeconds\"."
            );
        }

        return seconds.AsInteger(1, WaitStep.MaxSeconds);
    }

    private static int? ReadBound(JsonCursor step) =>
        step.RequiredMember(
                "atMostSeconds",
                "Add \"atMostSeconds\": how long the wait can be at most, so that the flow's longest path is known."
            )
            ?.AsInteger(1, WaitStep.MaxSeconds);

    private static bool IsInstant(JsonCursor until)
    {
        if (until.AsText() is not { } text)
        {
            return false;
        }

        var isInstant =
            StepMembers.IsExpression(until)
            || DateTimeOffset.TryParseExact(text, TimestampFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (!isInstant)
        {
            until.Report(
                FlowCodes.Timestamp,
                "The text is not a timestamp.",
                "Write it as 2030-01-31T08:00:00Z, or as an expression that gives one."
            );
        }

        return isInstant;
    }
}
