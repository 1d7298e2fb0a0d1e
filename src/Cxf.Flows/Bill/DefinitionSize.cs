using System.Runtime.InteropServices;
using System.Text;
using Cxf.ApiCalls.Diagnostics;
using Cxf.ApiCalls.Identifiers;
using Cxf.Flows.Checks;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Bill;

/// <summary>The compiled machine is one that Step Functions takes.</summary>
internal sealed class DefinitionSize() : FlowRule(FlowCodes.DefinitionSize, DiagnosticSeverity.Error,
    "A flow whose machine is larger than 1 MB.",
    "Step Functions takes definitions of at most 1,048,576 bytes (quotas, \"Maximum state machine definition size\").")
{
    /// <summary>No byte of a document becomes more than so many of its machine; <c>$flow</c>, which becomes a literal, is the worst.</summary>
    private const int MostGrowth = 40;

    public override void Check(CheckedFlow flow)
    {
        // Only what can be compiled can be measured, and only what is large needs to be.
        var length = JsonMarshal.GetRawUtf8Value(flow.Document.Root.Element).Length;
        if (flow.Graph is null || flow.Document.HasErrors || length * MostGrowth < ServiceLimits.DefinitionBytes || Target(flow) is not { } target)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetByteCount(FlowCompiler.Compile(flow.Flow, target).Definition);
        if (bytes > ServiceLimits.DefinitionBytes)
        {
            ReportName(flow, "/steps", $"The machine has {bytes:N0} bytes; Step Functions takes {ServiceLimits.DefinitionBytes:N0}.",
                "Move a part into a flow of its own and run it live with \"runFlow\".");
        }
    }

    /// <summary>A target with names as long as they can be; null while a flow that is to be compiled in is not known.</summary>
    private static CompilationTarget? Target(CheckedFlow flow)
    {
        var (live, pinned) = (flow.Surroundings?.LiveFlows, flow.Surroundings?.PinnedFlows);
        if (flow.Flow.AllSteps.OfType<RunFlowStep>().Any() && (live is null || pinned is null))
        {
            return null;
        }

        var arn = new string('a', 200);
        return new CompilationTarget(TenantId.Parse(new string('t', 64)), int.MaxValue, arn)
        {
            RunsTable = new string('r', 255),
            LiveFlows = (live ?? new Dictionary<FlowId, LiveFlowFacts>()).ToDictionary(child => child.Key, child => new LiveChild(arn, child.Value.Type, child.Value.Bound)),
            PinnedFlows = pinned ?? new Dictionary<PinnedVersion, FlowDefinition>(),
        };
    }
}
