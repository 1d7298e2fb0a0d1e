using System.Text.Encodings.Web;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Compiling;

/// <summary>
/// Compiles a flow to Amazon States Language with JSONata as its query language. One step is one state of the same name;
/// an expression is the author's own text with only the flow's variables resolved, so the console shows what the author wrote.
/// </summary>
public static class FlowCompiler
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Compiles a flow that was read without errors.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The target lacks a flow that the flow runs; its checks would have said so.
    /// </exception>
    /// <exception cref="ArgumentException">An EXPRESS flow runs a live STANDARD one; its checks would have said so.</exception>
    public static CompiledFlow Compile(FlowDefinition flow, CompilationTarget target) =>
        Compile(flow, target, FlowTiming.Of(flow, target.LiveFacts(), target.PinnedFlows));

    /// <summary>Compiles a flow whose timing, with the flows that the target has, is known already.</summary>
    /// <inheritdoc cref="Compile(FlowDefinition, CompilationTarget)" />
    public static CompiledFlow Compile(FlowDefinition flow, CompilationTarget target, FlowTiming timing)
    {
        var plan = MachinePlan.Of(timing);
        IReadOnlyList<CompiledState> states = [];
        var definition = JsonOutput.Text(
            json =>
            {
                var machine = new MachineWriter(json, target, plan);
                var scope = new ScopeFrame(flow.Body, new FlowFrame(flow, machine));
                json.WriteStartObject();
                json.WriteString(
                    "Comment",
                    $"CXF tenant {target.Tenant}, flow {flow.Id}, version {target.Version}, compiler {CompilerVersion.Current}"
                );
                json.WriteString("QueryLanguage", "JSONata");
                json.WriteString("StartAt", plan.ClaimsRuns ? RunClaim.First : scope.StartAt);
                json.WriteNumber("TimeoutSeconds", plan.TimeoutSeconds);
                machine.WriteStates(scope);
                json.WriteEndObject();
                states = machine.States;
            },
            Readable
        );
        return new CompiledFlow(definition, plan.Type, plan.TimeoutSeconds, plan.ClaimsRuns, plan.WorstCase) { States = states };
    }
}
