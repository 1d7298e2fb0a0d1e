using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads a step of kind <c>decision</c>.</summary>
internal static class DecisionStepReader
{
    public static FlowStep? Read(JsonCursor step, ScopeKind scope)
    {
        StepMembers.RefuseUnknown(step, "choices", "otherwise");
        var choices = ReadChoices(step);
        var otherwise = StepMembers.Transition(step, "otherwise", "Add \"otherwise\": the step when no condition is true.");
        return otherwise is { } fallback
            ? new DecisionStep(step.Name, step.Pointer)
            {
                Description = StepMembers.Description(step),
                Choices = choices,
                Otherwise = fallback,
            }
            : null;
    }

    private static List<DecisionChoice> ReadChoices(JsonCursor step)
    {
        if (
            step.RequiredMember("choices", "Add a list of choices, each with \"when\" and \"next\".") is not { } list
            || !list.IsArray()
        )
        {
            return [];
        }

        if (!list.Items().Any())
        {
            list.Report(
                FlowCodes.Missing,
                "The decision has no choices.",
                "Add a choice with \"when\" and \"next\", or remove the step."
            );
        }

        return [.. list.Items().Select(ReadChoice).OfType<DecisionChoice>()];
    }

    private static DecisionChoice? ReadChoice(JsonCursor choice)
    {
        if (!choice.IsObject())
        {
            return null;
        }

        choice.RefuseUnknown("when", "next");
        var when = choice.RequiredMember("when", "Add the condition, e.g. \"{% $rest_api_1.status = 201 %}\".");
        var next = StepMembers.Transition(choice, "next", "Add \"next\": the step when the condition is true.");
        if (when?.AsText() is { } text && !ExpressionText.TryRead(text, out _))
        {
            when!.Report(
                FlowCodes.ConditionNotExpression,
                "A condition must be an expression.",
                $"Write it between marks: \"{{% {text} %}}\"."
            );
        }

        return (when, next) is ({ } condition, { } target)
            ? new DecisionChoice(new FlowValue(condition.Element, condition.Pointer), target)
            : null;
    }
}
