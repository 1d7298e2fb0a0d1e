using System.Text;
using System.Text.Json;
using Cxf.ContactFlows.Simulation;
using Cxf.ContactFlows.TestCases;
using Cxf.Testing;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

/// <summary>support.md: what the simulator knows, made by running it.</summary>
public sealed class SupportPageTests
{
    private const string QueueArn = "arn:aws:connect:eu-central-1:111122223333:instance/i/queue/q-1";

    [Fact]
    public async Task The_page_says_what_the_simulator_does() =>
        GoldenFile.Matches(ProjectRoot.Path("src", "Cxf.ContactFlows", "support.md"), await PageAsync());

    [Fact]
    public void Every_documented_action_type_is_known() =>
        Assert.Empty(DocumentedLanguage.ActionTypes.Except(ContactFlowSupport.ActionTypes.Keys));

    [Fact]
    public async Task Every_documented_reference_can_have_a_value()
    {
        var given = DocumentedLanguage.References.ToDictionary(reference => reference, _ => "x");

        Assert.Equal(DocumentedLanguage.References, (await KnownAsync(given)).Keys.Order(ByDocument));
    }

    private static Comparer<string> ByDocument { get; } =
        Comparer<string>.Create(
            (a, b) => DocumentedLanguage.References.ToList().IndexOf(a) - DocumentedLanguage.References.ToList().IndexOf(b)
        );

    private static async Task<string> PageAsync()
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            # What the simulator knows of the flow language

            This page is made by a test (`SupportPageTests`), which runs the simulator. `UPDATE_GOLDEN=1` writes it again.

            ## Action types

            - *walked*: the simulator does what Amazon Connect does.
            - *passed through*: the action changes nothing that the caller hears. It is noted, and it succeeds.
            - *needs a result*: its end depends on somebody or something else. The option `--result ACTION=RESULT` of `cxf call`
              says how it ends; without it, the call ends there.

            Every action takes a given result. No documented action type is refused.

            The API reference lists {DocumentedLanguage.ReferenceTypes.Count} types.
            {DocumentedLanguage.GuideTypes.Count} others are blocks of the administrator guide: it names LoadContactContent
            itself, and the names of the others are those of exported flows.
            The other types were seen only in exported flows. Their parameters are not known, so any are taken.

            | action type | simulator | source |
            |---|---|---|

            """
        );
        foreach (var (type, support) in ContactFlowSupport.ActionTypes.OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            page.Append($"| {type} | {Word(support)} | {Source(type)} |\n");
        }

        page.Append(
            """

            ## Operators

            The service refuses operators that its reference names. *Exists* is an operator of test cases only, and *KeyExists* of
            contact flows only.

            | operator | condition of a contact flow | Assert of a test case |
            |---|---|---|

            """
        );
        foreach (var name in Operators)
        {
            page.Append($"| {name} | {YesNo(IsTakenByCompare(name))} | {YesNo(IsTakenByAssert(name))} |\n");
        }

        page.Append(
            """

            ## References

            - *known*: the simulator knows the value, from the start or after the action that the last column names.
            - *given*: only Amazon Connect knows the value. `cxf call --value '$.Customer.FirstName=Ann'` gives it; without it,
              there is no value.

            | reference | simulator | known |
            |---|---|---|

            """
        );
        var known = await KnownAsync(new Dictionary<string, string>());
        foreach (var reference in DocumentedLanguage.References)
        {
            page.Append(
                known.TryGetValue(reference, out var after)
                    ? $"| `{reference}` | known | {after} |\n"
                    : $"| `{reference}` | given | |\n"
            );
        }

        return page.ToString();
    }

    private static string Source(string type) =>
        DocumentedLanguage.ReferenceTypes.Contains(type) ? "API reference"
        : DocumentedLanguage.GuideTypes.TryGetValue(type, out var guide)
            ? $"[administrator guide](https://docs.aws.amazon.com/connect/latest/adminguide/{guide})"
        : "only in exported flows";

    private static readonly string[] Operators =
    [
        "Equals",
        "TextStartsWith",
        "TextEndsWith",
        "TextContains",
        "NumberGreaterThan",
        "NumberGreaterOrEqualTo",
        "NumberLessThan",
        "NumberLessOrEqualTo",
        "KeyExists",
        "Exists",
        "And",
        "Or",
        "Not",
    ];

    private static string YesNo(bool isTaken) => isTaken ? "yes" : "refused";

    private static bool IsTakenByCompare(string name) =>
        !Problems(Action("Compare", """{"ComparisonValue": "$.Attributes.a"}""", "NoMatchingCondition", Condition(name, "1")))
            .Any(problem => problem.Code == ContactFlowCodes.Condition);

    private static bool IsTakenByAssert(string name) =>
        TestCaseReader
            .Read(
                "it",
                Encoding.UTF8.GetBytes(
                    $$"""
                    {"Version": "2019-10-30", "Observations": [{"Identifier": "a", "Event": {"Type": "TestInitiated"},
                    "Actions": [{"Type": "Assert", "Parameters": {"Namespace": "$.Attributes.a", "Operator": "{{name}}",
                    "Operand": "1"} }] }] }
                    """
                )
            )
            .TestCase
            is not null;

    private static string Word(ActionSupport support) =>
        support switch
        {
            ActionSupport.Walked => "walked",
            ActionSupport.PassedThrough => "passed through",
            _ => "needs a result",
        };

    /// <summary>The label of what is sent, among the parameters.</summary>
    private const string Label = "LABEL";

    /// <summary>
    /// The documented references that have a value in a call that sets everything, each with the action that sets it.
    /// </summary>
    private static async Task<Dictionary<string, string>> KnownAsync(IReadOnlyDictionary<string, string> given)
    {
        var known = new Dictionary<string, string>();
        InvokeFunction invoke = (_, connectEvent, _, _) =>
        {
            using var document = JsonDocument.Parse(connectEvent);
            var sent = document.RootElement.GetProperty("Details").GetProperty("Parameters");
            if (!sent.TryGetProperty(Label, out var label))
            {
                return new(Calls.Answer("""{"KEY": "value", "list": ["a", "b"]}"""));
            }

            foreach (var reference in sent.EnumerateObject().Where(one => one.Name != Label))
            {
                if (reference.Value.ValueKind != JsonValueKind.Null)
                {
                    known.TryAdd(reference.Name, label.GetString()!);
                }
            }

            return new(Calls.Answer("{}"));
        };
        var options = Calls.With(invoke, null, "1234") with
        {
            Caller = new CallerScript("1234") { Intents = ["Intent;SLOT=value;session.KEY=value"] }.AnswerAsync,
            Values = given,
            Modules = new Dictionary<string, ContactFlow> { ["m1"] = ContactFlowReader.Read(Of(Module())).Flow! },
            Decide = new ResultScript(new Dictionary<string, IReadOnlyList<string>> { ["ShowView"] = ["Next"] }).Decide,
        };
        await Calls.RunAsync(Everything(), options);
        return known;
    }

    /// <summary>What a customer would do, with all references sent after each action.</summary>
    private static string Everything()
    {
        var actions = new List<string> { SendAll("0", "1", "from the start") };
        foreach (var (i, (label, write)) in Steps().Index())
        {
            var id = $"{(2 * i) + 1}";
            actions.Add(write(id, $"{(2 * i) + 2}"));
            actions.Add(SendAll($"{(2 * i) + 2}", i + 1 == Steps().Count ? "End" : $"{(2 * i) + 3}", $"after {label}"));
        }

        return string.Join(",", actions);
    }

    private static List<(string Label, Func<string, string, string> Write)> Steps() =>
        [
            One("UpdateContactAttributes", """{"Attributes": {"KEY": "value"}}"""),
            One("UpdateFlowAttributes", """{"FlowAttributes": {"KEY": {"Type": "String", "Value": "value"}}}"""),
            One("GetParticipantInput", """{"Text": "Number", "StoreInput": "True"}"""),
            One("UpdateContactTargetQueue", $$"""{"QueueId": "{{QueueArn}}"}"""),
            One("UpdateContactMediaStreamingBehavior", """{"MediaStreamingState": "Enabled"}"""),
            (
                "stopping the stream",
                (id, next) =>
                    Action("UpdateContactMediaStreamingBehavior", """{"MediaStreamingState": "Disabled"}""", id: id, next: next)
            ),
            One(
                "ConnectParticipantWithLexBot",
                """{"Text": "Yes?", "LexV2Bot": {"AliasArn": "bot"}}""",
                "NoMatchingCondition NoMatchingError"
            ),
            One("GetMetricData", "{}"),
            One(
                "UpsertDataTableValues",
                """
                {"DataTableId": "t", "LockVersion": "LATEST",
                "DataTableUpsertAttributes": [{"PrimaryKeyGroupName": "GROUP", "PrimaryValues": [{"Name": "id",
                "Value": "7"}], "Attributes": [{"Name": "ATTRIBUTE", "Value": "value", "UseDefaultValue": false}]}]}
                """
            ),
            One(
                "EvaluateDataTableValues",
                """
                {"DataTableId": "t", "Queries": [{"QueryName": "QUERY", "Attributes": ["ATTRIBUTE"],
                "PrimaryValues": [{"AttributeName": "id", "Value": "7"}]}]}
                """
            ),
            One(
                "ListDataTableValues",
                """
                {"DataTableId": "t", "PrimaryKeyGroups": [{"PrimaryKeyGroupName": "GROUP",
                "PrimaryValues": [{"Name": "id", "Value": "7"}]}]}
                """
            ),
            (
                "ShowView",
                (id, next) =>
                    Action(
                        "ShowView",
                        """{"ViewResource": {"Id": "v"}}""",
                        "NoMatchingCondition NoMatchingError TimeLimitExceeded",
                        Condition("Equals", "Next", next),
                        id: id,
                        next: next
                    )
            ),
            One("InvokeFlowModule", """{"FlowModuleId": "m1", "Input": {"KEY": "value"}}"""),
            ("InvokeLambdaFunction", (id, next) => Invoke("JSON", id, next)),
            (
                "InvokeLambdaFunction, asynchronous",
                (id, next) =>
                    Action(
                        "InvokeLambdaFunction",
                        """{"LambdaFunctionARN": "arn", "InvocationType": "ASYNCHRONOUS"}""",
                        id: id,
                        next: next
                    )
            ),
            (
                "Loop, inside",
                (id, next) =>
                    Invoke("JSON", id, id + "loop")
                    + ","
                    + Action(
                        "Loop",
                        """{"LoopCount": "$.External.list", "LoopName": "NAME"}""",
                        "",
                        Condition("Equals", "ContinueLooping", next) + "," + Condition("Equals", "DoneLooping"),
                        id: id + "loop"
                    )
            ),
        ];

    private static (string, Func<string, string, string>) One(
        string type,
        string parameters,
        string errors = "NoMatchingError"
    ) => (type, (id, next) => Action(type, parameters, errors, id: id, next: next));

    private static string Module() =>
        SendAll("Inside", "Return", "inside a module")
        + ","
        + """
            {"Identifier": "Return", "Type": "EndFlowModuleExecution", "Parameters": {"Result": "found",
            "ResultData": {"KEY": "value"}}, "Transitions": {}}
            """;

    private static string SendAll(string id, string next, string label) =>
        Action(
            "InvokeLambdaFunction",
            JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["LambdaFunctionARN"] = "arn",
                    ["LambdaInvocationAttributes"] = DocumentedLanguage
                        .References.Append(Label)
                        .ToDictionary(name => name, name => name == Label ? label : name),
                }
            ),
            id: id,
            next: next
        );
}
