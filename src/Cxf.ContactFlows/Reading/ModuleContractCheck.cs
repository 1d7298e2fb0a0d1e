using System.Text.Json;
using Cxf.ContactFlows.Actions;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;

namespace Cxf.ContactFlows.Reading;

/// <summary>
/// Checks both sides of a module's contract, as the service does when a contact flow or a module is created
/// (mgaffigan/pulumi-amazon-connect, docs/wire-format-checks.md, "What the service validates").
/// </summary>
internal static class ModuleContractCheck
{
    /// <summary>The ends of a module return what its contract declares.</summary>
    public static void CheckReturns(
        ModuleContract contract,
        IReadOnlyList<ContactFlowAction> actions,
        ContactFlowProblems problems
    )
    {
        foreach (var end in actions.Where(action => action.Type == EndFlowModuleExecution.Name))
        {
            if (end.Text("Result") is { } branch && !contract.Branches.Contains(branch))
            {
                Report(end, "Result", $"The module's contract has no branch \"{branch}\".", branch, contract.Branches, problems);
            }

            CheckValues(end, "ResultData", "output", contract.Outputs, problems);
        }
    }

    /// <summary>Each invocation gives the inputs of its module and takes the branches that the module has.</summary>
    public static void CheckInvocations(
        IReadOnlyDictionary<string, ContactFlow> modules,
        IReadOnlyList<ContactFlowAction> actions,
        ContactFlowProblems problems
    )
    {
        foreach (var action in actions.Where(action => action.Type == InvokeFlowModule.Name))
        {
            // A module that is named at run time is known only then.
            if (
                action.Text("FlowModuleId") is { } id
                && !Reference.Is(id)
                && InvokeFlowModule.Find(modules, id)?.Contract is { } contract
            )
            {
                CheckInvocation(contract, action, problems);
            }
        }
    }

    private static void CheckInvocation(ModuleContract contract, ContactFlowAction action, ContactFlowProblems problems)
    {
        CheckValues(action, "Input", "input", contract.Inputs, problems);
        foreach (var name in contract.Required.Except(action.Members("Input").Select(input => input.Name)))
        {
            problems.Error(
                ContactFlowCodes.ModuleContract,
                action.Identifier,
                action.Pointer + "/Parameters/Input",
                $"The module requires the input \"{name}\".",
                "Add it to Input."
            );
        }

        foreach (var condition in action.Transitions.Conditions.Where(one => !contract.Branches.Contains(one.Operand)))
        {
            problems.Error(
                ContactFlowCodes.ModuleContract,
                action.Identifier,
                condition.Pointer + "/Condition/Operands",
                $"The module has no branch \"{condition.Operand}\".",
                Suggestion.Of(condition.Operand, contract.Branches)
            );
        }
    }

    private static void CheckValues(
        ContactFlowAction action,
        string parameter,
        string what,
        IReadOnlyDictionary<string, string> types,
        ContactFlowProblems problems
    )
    {
        foreach (var member in action.Members(parameter))
        {
            if (!types.TryGetValue(member.Name, out var type))
            {
                Report(
                    action,
                    JsonPointer.Append(parameter, member.Name),
                    $"The module's contract has no {what} \"{member.Name}\".",
                    member.Name,
                    [.. types.Keys],
                    problems
                );
            }
            else if (!Fits(type, member.Value))
            {
                var isReference = member.Value.ValueKind == JsonValueKind.String && Reference.Is(member.Value.GetString()!);
                problems.Error(
                    ContactFlowCodes.ModuleContract,
                    action.Identifier,
                    JsonPointer.Append($"{action.Pointer}/Parameters/{parameter}", member.Name),
                    isReference
                        ? $"The {what} \"{member.Name}\" is of type {type}; a reference can be the value only of a string."
                        : $"The {what} \"{member.Name}\" must be of type {type}.",
                    isReference ? "Declare it as a string." : "Write a JSON value of that type; a string only for a string."
                );
            }
        }
    }

    private static void Report(
        ContactFlowAction action,
        string location,
        string message,
        string wrong,
        IReadOnlyCollection<string> names,
        ContactFlowProblems problems
    ) =>
        problems.Error(
            ContactFlowCodes.ModuleContract,
            action.Identifier,
            $"{action.Pointer}/Parameters/{location}",
            message,
            Suggestion.Of(wrong, names)
        );

    private static bool Fits(string type, JsonElement value) =>
        type switch
        {
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number % 1 == 0,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => true,
        };
}
