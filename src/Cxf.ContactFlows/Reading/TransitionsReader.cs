using System.Text.Json;
using Cxf.ContactFlows.TestCases;

namespace Cxf.ContactFlows.Reading;

/// <summary>Reads an action's Transitions. Entries of a wrong form are reported and left out.</summary>
internal static class TransitionsReader
{
    // mgaffigan/pulumi-amazon-connect, docs/wire-format-checks.md: "There are no compound condition operators."
    private static readonly string[] Compound = ["And", "Or", "Not", "All", "Any"];

    public static ActionTransitions Read(JsonElement action, string? identifier, string pointer, ContactFlowProblems problems)
    {
        var location = pointer + "/Transitions";
        if (ContactFlowJson.Member(action, "Transitions") is not { ValueKind: JsonValueKind.Object } transitions)
        {
            problems.Error(
                ContactFlowCodes.Transition,
                identifier,
                location,
                "The action has no Transitions object.",
                "Write {} on an action that ends the flow."
            );
            return new ActionTransitions(null, [], []);
        }

        var next = Target(transitions, identifier, location, required: false, problems);
        var conditions = new List<ConditionTransition>();
        foreach (var (item, itemLocation) in Entries(transitions, "Conditions", identifier, location, problems))
        {
            var target = Target(item, identifier, itemLocation, required: true, problems);
            if (Condition(item, identifier, itemLocation, problems) is var (name, operand) && target is not null)
            {
                conditions.Add(new ConditionTransition(name, operand, target, itemLocation));
            }
        }

        var errors = new List<ErrorTransition>();
        foreach (var (item, itemLocation) in Entries(transitions, "Errors", identifier, location, problems))
        {
            var target = Target(item, identifier, itemLocation, required: true, problems);
            if (ContactFlowJson.Text(item, "ErrorType") is not { Length: > 0 } errorType)
            {
                problems.Error(
                    ContactFlowCodes.Transition,
                    identifier,
                    itemLocation + "/ErrorType",
                    "The error branch has no ErrorType.",
                    "Name the error, such as NoMatchingError."
                );
            }
            else if (target is not null)
            {
                errors.Add(new ErrorTransition(errorType, target, itemLocation));
            }
        }

        return new ActionTransitions(next, conditions, errors);
    }

    private static IEnumerable<(JsonElement Item, string Location)> Entries(
        JsonElement transitions,
        string name,
        string? identifier,
        string location,
        ContactFlowProblems problems
    )
    {
        if (ContactFlowJson.Member(transitions, name) is { ValueKind: not JsonValueKind.Array })
        {
            problems.Error(
                ContactFlowCodes.Transition,
                identifier,
                $"{location}/{name}",
                $"{name} must be a list.",
                "Write [] for none."
            );
        }

        return ContactFlowJson.Items(transitions, name).Select((item, i) => (item, $"{location}/{name}/{i}"));
    }

    private static string? Target(
        JsonElement element,
        string? identifier,
        string location,
        bool required,
        ContactFlowProblems problems
    )
    {
        // Empty where an action's ways out are all conditions and errors.
        if (
            !required
            && (ContactFlowJson.Member(element, "NextAction") is null || ContactFlowJson.Text(element, "NextAction") is "")
        )
        {
            return null;
        }

        if (ContactFlowJson.Text(element, "NextAction") is { Length: > 0 } target)
        {
            return target;
        }

        problems.Error(
            ContactFlowCodes.Transition,
            identifier,
            location + "/NextAction",
            "NextAction must be the identifier of an action.",
            "Name the next action."
        );
        return null;
    }

    private static (string Operator, string Operand)? Condition(
        JsonElement item,
        string? identifier,
        string location,
        ContactFlowProblems problems
    )
    {
        var condition = ContactFlowJson.Member(item, "Condition") ?? default;
        if (ContactFlowJson.Text(condition, "Operator") is not { Length: > 0 } name)
        {
            problems.Error(
                ContactFlowCodes.Condition,
                identifier,
                location + "/Condition",
                "The branch has no Condition with an Operator.",
                """Write {"Operator": "Equals", "Operands": ["…"]}."""
            );
            return null;
        }

        if (Compound.Contains(name))
        {
            problems.Error(
                ContactFlowCodes.Condition,
                identifier,
                location + "/Condition/Operator",
                $"A condition compares one value: Amazon Connect refuses the operator {name}, which its API reference names.",
                "Use one action for each comparison."
            );
            return null;
        }

        if (name == TestCaseOperators.Exists)
        {
            problems.Error(
                ContactFlowCodes.Condition,
                identifier,
                location + "/Condition/Operator",
                "Amazon Connect refuses the operator Exists in a contact flow; only the Assert of a test case has it.",
                "Compare the value with a word that the function answers for none, such as NONE, or use KeyExists on an object."
            );
            return null;
        }

        if (
            ContactFlowJson.Items(condition, "Operands").ToList() is not [{ ValueKind: JsonValueKind.String } operand]
            || operand.GetString() is not { Length: > 0 } text
        )
        {
            problems.Error(
                ContactFlowCodes.Condition,
                identifier,
                location + "/Condition/Operands",
                "A condition takes exactly one operand, a string that is not empty.",
                "The flow language cannot compare with an empty value: let the function answer with a word such as NONE."
            );
            return null;
        }

        return (name, text);
    }
}
