using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;
using Cxf.Flows.FlowTests;
using Cxf.Flows.Model;
using Cxf.Flows.Reading;
using Cxf.Functions.PublishFlow;
using Cxf.Local.Deployment;
using Cxf.Local.FlowDocuments;

namespace Cxf.Local.Replays;

/// <summary>A flow that tests run on: a draft, a version, or a file.</summary>
/// <param name="Name">How people call it: <c>the draft</c>, <c>version 3</c>, or the file.</param>
/// <param name="Text">Its document.</param>
/// <param name="Reading">What came of reading the document.</param>
/// <param name="Target">What it is compiled for.</param>
internal sealed record ReplayedFlow(string Name, string Text, FlowReading Reading, CompilationTarget Target)
{
    private CompiledFlow? _compiled;

    /// <summary>The flow; the reading must have no errors.</summary>
    public FlowDefinition Flow => Reading.Flow!;

    /// <summary>The compiled flow; the reading must have no errors.</summary>
    public CompiledFlow Compiled => _compiled ??= FlowCompiler.Compile(Flow, Target);

    /// <summary>Why no test runs on it, as sentences; null if tests can run.</summary>
    public string? Problem =>
        Reading.Flow is null
        && Reading.Diagnostics.First(one => one.Severity == DiagnosticSeverity.Error) is { Message: var message, Fix: var fix }
            ? $"{Name} has errors, so no test runs on it: {message} {fix} cxf check shows all of them."
            : null;

    /// <summary>Reads a document as a deployment's PublishFlow reads it.</summary>
    public static async Task<ReplayedFlow> OfAsync(
        string name,
        string document,
        TenantId tenant,
        FlowId flow,
        DeploymentServices services,
        CancellationToken cancellationToken
    )
    {
        var linker = new FlowLinker(services.Store, LocalSettings.For(services.Stage), TimeProvider.System);
        var linked = await linker.ReadAsync(tenant, flow, document, cancellationToken);
        return new ReplayedFlow(name, document, linked.Reading, linked.Target with { Version = 1 });
    }

    /// <summary>Reads the document of a file with the connections and flows of its folder.</summary>
    public static async Task<ReplayedFlow> OfAsync(FlowFile file, string document, CancellationToken cancellationToken)
    {
        var tenant = await TenantFlows.OfAsync(file, CheckConditions.None, cancellationToken);
        var reading = await tenant.ReadAsync(file, JsonSource.Parse(document), cancellationToken);
        return new ReplayedFlow(file.Path, document, reading, tenant.Target);
    }

    /// <summary>Runs a test, which need not be one of the flow's own.</summary>
    public FlowTestResult Run(FlowTest test, CancellationToken cancellationToken) =>
        FlowTestRunner.Run(Flow, Compiled, Target, Fitting(test), cancellationToken);

    // A step may be of another kind in this version; then the recorded answers do not fit it and are left out.
    private FlowTest Fitting(FlowTest test)
    {
        var runs = Compiled.States.Where(state => state.Step is RunFlowStep).Select(state => state.Name).ToHashSet();
        return test with
        {
            Answers = [.. test.Answers.Where(step => Calls(step.Answers).All(call => Fits(call, runs.Contains(step.Label))))],
        };
    }

    private static IEnumerable<StubCall> Calls(AnswerList list) => list.Calls.Concat(list.Iterations.SelectMany(Calls));

    private static bool Fits(StubCall call, bool isRun) => isRun ? call is StubRun or StubError : call is not StubRun;
}
