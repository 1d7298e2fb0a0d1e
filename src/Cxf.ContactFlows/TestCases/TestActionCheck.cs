using System.Text.Json;
using Cxf.ContactFlows.Actions;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using static Cxf.ContactFlows.Actions.Parameter;

namespace Cxf.ContactFlows.TestCases;

/// <summary>
/// What the actions of a test need. Members that are not known here are taken: the pages below APIReference/testing-language.html
/// contradict each other about some names.
/// </summary>
internal static class TestActionCheck
{
    public const string Assert = "Assert";

    private static readonly Dictionary<string, Parameter[]> Known = new()
    {
        ["SendInstruction"] =
        [
            Object("Instruction", Text("Type").Required("Write DtmfInput or Disconnect."), Any("Properties"))
                .Required("""Write {"Type": "DtmfInput", "Properties": {"Value": "5"}}."""),
        ],
        ["OverrideSystemBehavior"] =
        [
            Object(
                    "Behavior",
                    Object(
                            "Properties",
                            Text("ActionType").Required("Name the type of the action, such as InvokeLambdaFunction."),
                            Object("ActionParameters"),
                            Object("Strategy").Required("""Write {"Type": "MockResponse", "Response": { }}.""")
                        )
                        .Required("Say which action is overridden, and how.")
                )
                .Required("Say what is overridden."),
        ],
        [Assert] =
        [
            Text("Namespace").Required("Write the reference of the value, such as $.External.status."),
            Text("Operator").Required($"Use one of {string.Join(", ", TestCaseOperators.Names)}."),
        ],
        ["TestControl"] =
        [
            Object("Command", Text("Type").Required("Write EndTest or LogData.")).Required("""Write {"Type": "EndTest"}."""),
        ],
    };

    /// <summary>The types of actions.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. Known.Keys];

    /// <summary>Reports what the action lacks.</summary>
    /// <param name="type">Its type, one of <see cref="Types"/>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="location">Their location.</param>
    /// <param name="report">Receives each problem: location, message and fix.</param>
    public static void Check(string type, JsonElement parameters, string location, Action<string, string, string> report)
    {
        new ParameterCheck((_, place, message, fix) => report(place, message, fix), (_, _, _, _) => { }).Check(
            type,
            parameters,
            location,
            Known[type]
        );
        if (type == Assert)
        {
            CheckAssertion(parameters, location, report);
        }
    }

    private static void CheckAssertion(JsonElement parameters, string location, Action<string, string, string> report)
    {
        if (ContactFlowJson.Text(parameters, "Namespace") is { } reference && !Reference.HasLeaf(reference))
        {
            report(
                JsonPointer.Append(location, "Namespace"),
                $"\"{reference}\" is not a reference to one value.",
                "Write a reference with a name after its namespace, such as $.External.status."
            );
        }

        if (ContactFlowJson.Text(parameters, "Operator") is not { } name)
        {
            return;
        }

        if (!TestCaseOperators.Names.Contains(name))
        {
            report(
                JsonPointer.Append(location, "Operator"),
                $"Assert has no operator \"{name}\".",
                Suggestion.Of(name, TestCaseOperators.Names)
            );
        }
        else if (
            name != TestCaseOperators.Exists
            && (ContactFlowJson.Member(parameters, "Operand") is not { } operand || ContactFlowJson.Scalar(operand) is null)
        )
        {
            report(
                JsonPointer.Append(location, "Operand"),
                $"Assert needs an Operand to compare with by {name}.",
                "Write the expected value as a string."
            );
        }
    }
}
