using Cxf.Documents.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Costs;
using Cxf.Flows.Tests.Catalogue;
using Cxf.Flows.Timing;
using Cxf.StatesLanguage.Reading;
using Cxf.Testing;
using DiagnosticSeverity = Cxf.Documents.DiagnosticSeverity;
using EngineType = Cxf.StatesLanguage.Model.StateMachineType;
using StateMachineType = Cxf.Flows.Compiling.StateMachineType;

namespace Cxf.Flows.Tests.Fuzz;

/// <summary>
/// Whatever is in a flow document, reading it ends with diagnostics and never with an exception. <c>CXF_LONG=1</c> tries 100,000.
/// </summary>
public sealed class MutatedDocumentTests
{
    private const int Parts = 8;

    private static readonly int Count = LongRun.Count(1_600, 100_000) / Parts;

    /// <summary>A set is sixteen documents.</summary>
    private static readonly int Sets = Count / 5;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Parts)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_mutated_document_gives_diagnostics_and_never_an_exception(int seed)
    {
        var mutator = new DocumentMutator(seed, Originals());
        for (var i = 0; i < Count; i++)
        {
            var document = mutator.Next();
            try
            {
                Check(document);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, document {i}: {exception}\n{document}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_set_of_flows_that_run_each_other_gives_diagnostics_and_never_an_exception(int seed)
    {
        var set = new LinkedFlowSet(seed);
        var sound = 0;
        for (var i = 0; i < Sets; i++)
        {
            var (document, surroundings) = set.Next();
            try
            {
                sound += Check(document, surroundings) ? 1 : 0;
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, set {i}: {exception}\n{document}");
            }
        }

        Assert.InRange(sound, Sets / 20, Sets);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(5_000)]
    [InlineData(50_000)]
    public void A_deeply_nested_expression_gives_diagnostics_and_never_an_exception(int depth)
    {
        foreach (
            var (open, close) in new[]
            {
                ("(", ")"),
                ("[", "]"),
                ("-", ""),
                ("$not(", ")"),
                ("{'a':", "}"),
                ("true ? 1 : (", ")"),
                ("$payload.a[", "]"),
            }
        )
        {
            var text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
            Check(
                "{\"flowId\":\"f\",\"start\":\"a\",\"steps\":{\"a\":{\"kind\":\"respond\",\"message\":\"{% " + text + " %}\"}}}"
            );
        }
    }

    private static void Check(string document) => Check(document, ExampleFlows.Context(document));

    private static bool Check(string document, FlowContext surroundings)
    {
        var reading = Documents.Read(document, surroundings);
        Assert.Equal(reading.Flow is null, reading.Diagnostics.Any(said => said.Severity == DiagnosticSeverity.Error));
        Assert.All(
            reading.Diagnostics,
            said => Assert.True(said.Line >= 1 && said.Column >= 1 && said.Message.Length > 0 && said.Fix.Length > 0)
        );
        if (reading.Flow is { } flow)
        {
            // What was read without errors can be clocked, billed and compiled, and Step Functions takes what it is compiled to.
            var clock = FlowTiming.Of(flow, surroundings.LiveFlows, surroundings.PinnedFlows);
            Assert.NotEmpty(FlowPathCosts.Of(flow, clock, surroundings.PinnedFlows).Paths);
            var compiled = FlowCompiler.Compile(flow, Target(surroundings));
            var type = compiled.Type == StateMachineType.Express ? EngineType.Express : EngineType.Standard;
            var refused = DefinitionValidator.Validate(compiled.Definition, type);
            Assert.True(refused.Count == 0, refused.Count == 0 ? "" : $"{refused[0]}\n{compiled.Definition}");
        }

        return reading.Flow is not null;
    }

    private static CompilationTarget Target(FlowContext surroundings) =>
        new(TenantId.Parse("acme"), 1, "call-api")
        {
            LiveFlows = surroundings.LiveFlows!.ToDictionary(
                child => child.Key,
                child => new LiveChild("arn:aws:states:us-east-1:111122223333:stateMachine:child:live", child.Value)
            ),
            PinnedFlows = surroundings.PinnedFlows!,
        };

    private static List<string> Originals() =>
        [
            Documents.Lead,
            Documents.EveryKind,
            Documents.EveryKind,
            .. Directory
                .EnumerateFiles(ExampleFlows.Folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText)
                .Where(document => document.Length < 10_000),
            .. Directory
                .EnumerateFiles(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants"), "*.json", SearchOption.AllDirectories)
                .Where(file => file.Contains("flows"))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllText),
        ];
}
