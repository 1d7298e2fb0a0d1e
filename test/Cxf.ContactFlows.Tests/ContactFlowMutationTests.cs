using System.Text;
using System.Text.Json.Nodes;
using Cxf.ContactFlows.Simulation;
using Cxf.Documents;
using Cxf.Testing;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests;

/// <summary>
/// Damaged flows: whatever is broken, the reader answers with diagnostics and never with an exception, and what it lets
/// through can be walked to an end. <c>CXF_LONG=1</c> tries far more of them.
/// </summary>
public class ContactFlowMutationTests
{
    private const int Seed = 20_191_030;

    private static readonly int Rounds = LongRun.Count(1_500, 50_000);

    private static readonly string[] Answers =
    [
        "{}",
        "null",
        "[1]",
        "",
        "{\"status\": \"SUCCEEDED\", \"message\": \"ok\"}",
        "{\"status\": {\"a\": [null]}}",
        "{\"status\": \"\\ud800\"}",
        "\"text\"",
    ];

    private static readonly string?[] Values =
    [
        "null",
        "true",
        "5",
        "\"\"",
        "\"$.External.status\"",
        "\"$.\"",
        "\"$['\"",
        "\"text\"",
        "{}",
        "[]",
        "[[]]",
        "{\"\": \"\"}",
        "\"End\"",
        "\"NoMatchingError\"",
        "\"True\"",
        "\"JSON\"",
        "\"ASYNCHRONOUS\"",
        "\"MessageParticipant\"",
        "\"Compare\"",
        "\"Loop\"",
        "\"Equals\"",
        "\"KeyExists\"",
        "-1e400",
        "\"\\u0000\"",
        "\"${x}\"",
        null,
    ];

    private static readonly Lazy<string[]> Undamaged = new(() =>
        [.. WholeFlow.Names.Select(WholeFlow.Text), Press5.Text, EveryKind!]
    );

    [Fact]
    public async Task Damaged_structure_gives_diagnostics_and_never_an_exception()
    {
        var random = new Random(Seed);
        var read = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var flow = JsonNode.Parse(Undamaged.Value[random.Next(Undamaged.Value.Length)])!;
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                Damage(flow, random);
            }

            read += await ReadAndWalkAsync(Encoding.UTF8.GetBytes(flow.ToJsonString()), random) ? 1 : 0;
        }

        // Were nothing readable, the walks would not have been tested.
        Assert.InRange(read, Rounds / 50, Rounds - (Rounds / 10));
    }

    [Fact]
    public async Task Damaged_bytes_give_diagnostics_and_never_an_exception()
    {
        var random = new Random(Seed);
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(Undamaged.Value[random.Next(Undamaged.Value.Length)]);
            for (var damage = random.Next(1, 6); damage > 0; damage--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            await ReadAndWalkAsync(random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : bytes, random);
        }
    }

    [Fact]
    public void The_undamaged_flow_of_every_kind_is_valid() =>
        Assert.DoesNotContain(
            ContactFlowReader.Read(EveryKind).Diagnostics,
            problem => problem.Severity == DiagnosticSeverity.Error
        );

    private static async Task<bool> ReadAndWalkAsync(byte[] text, Random random)
    {
        var reading = ContactFlowReader.Read(text);
        Assert.All(
            reading.Diagnostics,
            problem =>
            {
                Assert.True(problem is { Line: > 0, Column: > 0, Message.Length: > 0, Fix.Length: > 0 }, problem.ToString());
            }
        );
        if (reading.Flow is null)
        {
            Assert.Contains(reading.Diagnostics, problem => problem.Severity == DiagnosticSeverity.Error);
            return false;
        }

        var options = Calls.With(
            (_, _, _, _) =>
                random.Next(5) == 0 ? throw new IOException("down") : new(Calls.Answer(Answers[random.Next(Answers.Length)])),
            new WholeFlow.InstantTime(),
            [.. Enumerable.Range(0, 5).Select(_ => random.Next(3) == 0 ? null : random.Next(10_000).ToString())]
        );
        var call = await ContactFlowSimulator.CallAsync(reading.Flow, options, TestContext.Current.CancellationToken);
        Assert.IsType<CallEvent.Ended>(call.Events[^1]);
        return true;
    }

    private static void Damage(JsonNode root, Random random)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var target = nodes[random.Next(nodes.Count)];
        if (target.Parent is not { } parent)
        {
            return;
        }

        var value = Values[random.Next(Values.Length)];
        switch (parent)
        {
            case JsonObject owner when value is null:
                owner.Remove(target.GetPropertyName());
                break;
            case JsonObject owner:
                owner[target.GetPropertyName()] = JsonNode.Parse(value);
                break;
            case JsonArray list when value is null:
                list.Add(target.DeepClone());
                break;
            case JsonArray list:
                list[target.GetElementIndex()] = JsonNode.Parse(value);
                break;
            default:
                break;
        }
    }

    private static void Collect(JsonNode node, List<JsonNode> nodes)
    {
        nodes.Add(node);
        var children = node switch
        {
            JsonObject owner => owner.Where(member => member.Key != "Metadata").Select(member => member.Value),
            JsonArray list => list,
            _ => [],
        };
        foreach (var child in children.OfType<JsonNode>())
        {
            Collect(child, nodes);
        }
    }

    private static string EveryKind { get; } =
        Of(
            string.Join(
                ',',
                Action("UpdateFlowLoggingBehavior", """{"FlowLoggingBehavior": "Enabled"}""", "", id: "Log", next: "Hours"),
                Action(
                    "CheckHoursOfOperation",
                    "{}",
                    "NoMatchingError",
                    Condition("Equals", "True", "Ask") + "," + Condition("Equals", "False", "Split"),
                    id: "Hours"
                ),
                Action(
                    "GetParticipantInput",
                    """
                    {"SSML": "<speak>Number?</speak>", "StoreInput": "True", "InputTimeLimitSeconds": "4",
                     "DTMFConfiguration": {"InputTerminationSequence": "*"},
                     "InputValidation": {"CustomValidation": {"MaximumLength": "3"}}}
                    """,
                    id: "Ask",
                    next: "Round"
                ),
                Action(
                    "Loop",
                    """{"LoopCount": "3"}""",
                    "",
                    Condition("Equals", "ContinueLooping", "Pause") + "," + Condition("Equals", "DoneLooping", "Queue"),
                    id: "Round",
                    next: "Queue"
                ),
                Action(
                    "Wait",
                    """{"TimeLimitSeconds": "2"}""",
                    "NoMatchingError",
                    Condition("Equals", "WaitCompleted", "Flow"),
                    id: "Pause",
                    next: "Flow"
                ),
                Action(
                    "UpdateFlowAttributes",
                    """{"FlowAttributes": {"n": {"Type": "String", "Value": "$.StoredCustomerInput"}}}""",
                    id: "Flow",
                    next: "Call"
                ),
                Action(
                    "InvokeLambdaFunction",
                    """
                    {"LambdaFunctionARN": "arn", "InvocationTimeLimitSeconds": "8",
                     "LambdaInvocationAttributes": {"n": "$.FlowAttributes.n", "deep": {"list": ["$.Channel"]}},
                     "ResponseValidation": {"ResponseType": "JSON"}}
                    """,
                    id: "Call",
                    next: "Look"
                ),
                Action(
                    "Compare",
                    """{"ComparisonValue": "$.External.status"}""",
                    "NoMatchingCondition",
                    Condition("KeyExists", "a", "Queue") + "," + Condition("NumberLessThan", "5", "Queue"),
                    id: "Look",
                    next: "Round"
                ),
                Action("UpdateContactTargetQueue", """{"QueueId": "arn:queue"}""", id: "Queue", next: "Move"),
                Action("TransferContactToQueue", "{}", "QueueAtCapacity NoMatchingError", id: "Move"),
                Action("DistributeByPercentage", "{}", "NoMatchingCondition", id: "Split")
            )
        );
}
