using System.Text;
using System.Text.Json;
using Cxf.ContactFlows.Simulation;
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

        Assert.Equal(DocumentedLanguage.References, (await KnownAsync(given)).Order(ByDocument));
    }

    private static Comparer<string> ByDocument { get; } =
        Comparer<string>.Create(
            (a, b) => DocumentedLanguage.References.ToList().IndexOf(a) - DocumentedLanguage.References.ToList().IndexOf(b)
        );

    private static async Task<string> PageAsync()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # What the simulator knows of the flow language

            This page is made by a test (`SupportPageTests`), which runs the simulator. `UPDATE_GOLDEN=1` writes it again.

            ## Action types

            - *walked*: the simulator does what Amazon Connect does.
            - *passed through*: the action changes nothing that the caller hears. It is noted, and it succeeds.
            - *needs a result*: its end depends on somebody or something else. `cxf call --result ACTION=RESULT` says how it
              ends; without it, the call ends there.

            Every action takes a given result. No documented action type is refused.

            | action type | simulator | documented |
            |---|---|---|

            """
        );
        foreach (var (type, support) in ContactFlowSupport.ActionTypes.OrderBy(type => type.Key, StringComparer.Ordinal))
        {
            var documented = DocumentedLanguage.ActionTypes.Contains(type) ? "yes" : "only in exported flows";
            page.Append($"| {type} | {Word(support)} | {documented} |\n");
        }

        page.Append(
            """

            ## References

            - *known*: the reference has a value after the action that sets it.
            - *given*: only Amazon Connect knows the value. `cxf call --value '$.Customer.FirstName=Ann'` gives it; without it,
              there is no value.

            | reference | simulator |
            |---|---|

            """
        );
        var known = await KnownAsync(new Dictionary<string, string>());
        foreach (var reference in DocumentedLanguage.References)
        {
            page.Append($"| `{reference}` | {(known.Contains(reference) ? "known" : "given")} |\n");
        }

        return page.ToString();
    }

    private static string Word(ActionSupport support) =>
        support switch
        {
            ActionSupport.Walked => "walked",
            ActionSupport.PassedThrough => "passed through",
            _ => "needs a result",
        };

    /// <summary>The documented references that have a value in a call that sets everything.</summary>
    private static async Task<HashSet<string>> KnownAsync(IReadOnlyDictionary<string, string> given)
    {
        var known = new HashSet<string>();
        InvokeFunction invoke = (_, connectEvent, _, _) =>
        {
            using var document = JsonDocument.Parse(connectEvent);
            foreach (var sent in document.RootElement.GetProperty("Details").GetProperty("Parameters").EnumerateObject())
            {
                if (sent.Value.ValueKind != JsonValueKind.Null)
                {
                    known.Add(sent.Name);
                }
            }

            return new(Calls.Answer("""{"KEY": "value", "list": ["a", "b"]}"""));
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

    private static string Module() =>
        SendAll("Inside", "Return")
        + ","
        + """
            {"Identifier": "Return", "Type": "EndFlowModuleExecution", "Parameters": {"Result": "found",
            "ResultData": {"KEY": "value"}}, "Transitions": {}}
            """;

    private static string Everything() =>
        string.Join(
            ",",
            Action("UpdateContactAttributes", """{"Attributes": {"KEY": "value"}}""", id: "1", next: "2"),
            Action(
                "UpdateFlowAttributes",
                """{"FlowAttributes": {"KEY": {"Type": "String", "Value": "value"}}}""",
                id: "2",
                next: "3"
            ),
            Action("GetParticipantInput", """{"Text": "Number", "StoreInput": "True"}""", id: "3", next: "4"),
            Action("UpdateContactTargetQueue", $$"""{"QueueId": "{{QueueArn}}"}""", id: "4", next: "5"),
            Action("UpdateContactMediaStreamingBehavior", """{"MediaStreamingState": "Enabled"}""", id: "5", next: "6"),
            Action("UpdateContactMediaStreamingBehavior", """{"MediaStreamingState": "Disabled"}""", id: "6", next: "7"),
            Action(
                "ConnectParticipantWithLexBot",
                """{"Text": "Yes?", "LexV2Bot": {"AliasArn": "bot"}}""",
                "NoMatchingCondition NoMatchingError",
                id: "7",
                next: "8"
            ),
            Action("GetMetricData", "{}", id: "8", next: "9"),
            Action(
                "UpsertDataTableValues",
                """
                {"DataTableId": "t", "LockVersion": "LATEST",
                "DataTableUpsertAttributes": [{"PrimaryKeyGroupName": "GROUP", "PrimaryValues": [{"Name": "id",
                "Value": "7"}], "Attributes": [{"Name": "ATTRIBUTE", "Value": "value", "UseDefaultValue": false}]}]}
                """,
                id: "9",
                next: "10"
            ),
            Action(
                "EvaluateDataTableValues",
                """
                {"DataTableId": "t", "Queries": [{"QueryName": "QUERY", "Attributes": ["ATTRIBUTE"],
                "PrimaryValues": [{"AttributeName": "id", "Value": "7"}]}]}
                """,
                id: "10",
                next: "11"
            ),
            Action(
                "ListDataTableValues",
                """
                {"DataTableId": "t", "PrimaryKeyGroups": [{"PrimaryKeyGroupName": "GROUP",
                "PrimaryValues": [{"Name": "id", "Value": "7"}]}]}
                """,
                id: "11",
                next: "12"
            ),
            Action(
                "ShowView",
                """{"ViewResource": {"Id": "v"}}""",
                "NoMatchingCondition NoMatchingError TimeLimitExceeded",
                Condition("Equals", "Next", "13"),
                id: "12",
                next: "13"
            ),
            Action("InvokeFlowModule", """{"FlowModuleId": "m1", "Input": {"KEY": "value"}}""", id: "13", next: "14"),
            Action(
                "InvokeLambdaFunction",
                """{"LambdaFunctionARN": "arn", "InvocationType": "ASYNCHRONOUS"}""",
                id: "14",
                next: "15"
            ),
            Invoke("JSON", "15", "16"),
            Action(
                "Loop",
                """{"LoopCount": "$.External.list", "LoopName": "NAME"}""",
                "",
                Condition("Equals", "ContinueLooping", "17") + "," + Condition("Equals", "DoneLooping"),
                id: "16"
            ),
            SendAll("17", "End")
        );

    private static string SendAll(string id, string next) =>
        Action(
            "InvokeLambdaFunction",
            JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["LambdaFunctionARN"] = "arn",
                    ["LambdaInvocationAttributes"] = DocumentedLanguage.References.ToDictionary(reference => reference),
                }
            ),
            id: id,
            next: next
        );
}
