using System.Text.Json;
using System.Text.Json.Nodes;
using Cxf.Flows.Compiling;
using Cxf.StatesLanguage.Reading;
using Cxf.Testing;
using EngineType = Cxf.StatesLanguage.Model.StateMachineType;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Flows.Tests.Compiling;

/// <summary>Others' eyes on what the compiler writes.</summary>
public sealed class DefinitionValidityTests
{
    // Those of the samples among them.
    private static readonly IReadOnlyList<string> Reviewed =
    [
        .. Directory
            .EnumerateFiles(ProjectRoot.Path("test", "Cxf.Flows.Tests", "Golden"), "*.asl.json")
            .Order(StringComparer.Ordinal),
        .. Directory
            .EnumerateFiles(
                ProjectRoot.Path("test", "Cxf.Local.Tests", "Samples", "Golden"),
                "*.asl.json",
                SearchOption.AllDirectories
            )
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [InlineData("continues", StateMachineType.Express)]
    [InlineData("continues", StateMachineType.Standard)]
    [InlineData("waits", StateMachineType.Express)]
    public void A_flow_with_every_kind_compiles_to_the_reviewed_definition(string caller, StateMachineType child) =>
        GoldenFile.Matches(
            GoldenPath($"every_kind.{caller}.{child.ToString().ToLowerInvariant()}-child"),
            EveryKind(caller, child).Definition
        );

    [Fact]
    public void Every_reviewed_definition_is_one_that_CreateStateMachine_takes()
    {
        Assert.NotEmpty(Reviewed);
        Assert.All(
            Reviewed,
            file =>
                Assert.Empty(
                    DefinitionValidator.Validate(
                        File.ReadAllText(file),
                        File.ReadAllText(file).Contains(RunClaim.First) ? EngineType.Express : EngineType.Standard
                    )
                )
        );
    }

    [Fact]
    public async Task Every_reviewed_definition_is_one_that_asl_validator_takes()
    {
        var definitions = new JsonArray([.. Reviewed.Select(file => JsonNode.Parse(File.ReadAllText(file)))]);
        var findings = await NodeOracle.AskAsync("asl-validator", definitions.ToJsonString());
        Assert.Empty(
            Reviewed
                .Zip(findings)
                .Where(pair => pair.Second.Count > 0)
                .Select(pair => $"{Path.GetFileName(pair.First)}: {string.Join("; ", pair.Second)}")
        );
    }

    [Fact]
    public void No_state_is_there_that_neither_a_step_nor_the_claim_needs()
    {
        var states = JsonElement
            .Parse(EveryKind("continues", StateMachineType.Express).Definition)
            .GetProperty("States")
            .EnumerateObject()
            .Select(state => state.Name);
        Assert.Equal(
            [
                "transform_1",
                "wait_1",
                "wait_2",
                "parallel_1",
                "for_each_1",
                "run_flow_1",
                "run_flow_1 outcome",
                "run_flow_1 failed",
                "run_flow_1 claimed",
                "run_flow_1 record",
                "run_flow_2",
                "decision_1",
                "respond_1",
                "fail_1",
            ],
            states
        );
    }

    [Fact]
    public void The_same_flow_compiles_to_the_same_bytes_whatever_came_before()
    {
        var first = EveryKind("waits", StateMachineType.Express);
        EveryKind("continues", StateMachineType.Standard);
        Assert.Equal(first.Definition, EveryKind("waits", StateMachineType.Express).Definition);
    }

    private static CompiledFlow EveryKind(string caller, StateMachineType child)
    {
        using var flows = new EmbeddedFlows();
        var other = LoweringTests.Flow(
            "respond_1",
            """ "respond_1": { "kind": "respond", "message": "{% 'Hello ' & $string($payload) %}" } """,
            child == StateMachineType.Express ? "waits" : "continues",
            "other"
        );
        flows.Publish(other);
        flows.Pin(other, 3);
        var document =
            caller == "continues" ? Documents.EveryKind : Quick(Documents.With("/caller", $"\"{caller}\"", Documents.EveryKind));
        return flows.Create(document).Compiled;
    }

    // Short enough for a caller who waits.
    private static string Quick(string document)
    {
        (string Pointer, string Json)[] changes =
        [
            ("/callerLimitSeconds", "8"),
            ("/steps/wait_1", """{"kind":"transform","assign":{"pause":0},"next":"wait_2"}"""),
            ("/steps/wait_2/atMostSeconds", "1"),
            ("/steps/for_each_1/atMost", "1"),
            ("/steps/parallel_1/branches/pause/steps/wait_3", """{"kind":"transform","assign":{"x":1}}"""),
            ("/steps/parallel_1/branches/crm/steps/crm_1", """{"kind":"transform","assign":{"status":200}}"""),
            ("/steps/for_each_1/steps/order_2/timeoutSeconds", "1"),
        ];
        return changes.Aggregate(document, (changed, change) => Documents.With(change.Pointer, change.Json, changed));
    }

    private static string GoldenPath(string name) => ProjectRoot.Path("test", "Cxf.Flows.Tests", "Golden", name + ".asl.json");
}
