using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Runs;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>fail</c>.</summary>
internal static partial class FailStepReader
{
    private const string Rule = "Use a letter and then letters, digits and \"_\", 64 characters at most, for example OutOfStock.";

    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "message", "errorCode", "next");
        StepMembers.RefuseNext(step);
        var message = step.RequiredMember("message", "Add \"message\": what the caller hears when the flow fails here.");
        var errorCode = step.Member("errorCode");
        return message is { } spoken && spoken.AsText() is not null
            ? new FailStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Message = StepMembers.ValueOf(spoken),
                ErrorCode = errorCode is null ? null : ReadCode(errorCode, scope),
            }
            : null;
    }

    private static string? ReadCode(JsonCursor errorCode, ScopeKind scope)
    {
        if (errorCode.AsText() is not { } text)
        {
            return null;
        }

        if (scope == ScopeKind.Body)
        {
            errorCode.Report(
                FlowCodes.NotAWord,
                "A fail step in a branch or a loop cannot set the error code of the answer: it fails the step around it.",
                "Remove \"errorCode\", and set it in a fail step that the error branch of that step leads to."
            );
            return null;
        }

        if (!Code().IsMatch(text) || FailedRun.ReservedCodes.Contains(text))
        {
            errorCode.Report(
                FlowCodes.NotAWord,
                FailedRun.ReservedCodes.Contains(text)
                    ? $"\"{text}\" has a meaning of its own in answers, so a flow cannot set it."
                    : $"\"{text}\" is not an error code.",
                FailedRun.ReservedCodes.Contains(text) ? "Use another error code, for example OutOfStock." : Rule
            );
            return null;
        }

        return text;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,63}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
