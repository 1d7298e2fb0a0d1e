using System.Runtime.InteropServices;
using System.Text;
using Cxf.Documents;
using Cxf.Flows.Checks;
using Cxf.StatesLanguage;

namespace Cxf.Flows.Costs;

/// <summary>The compiled machine is one that Step Functions takes.</summary>
internal sealed class DefinitionSize()
    : FlowRule(
        FlowCodes.DefinitionSize,
        DiagnosticSeverity.Error,
        "A flow whose state machine is larger than 1 MB.",
        "Step Functions accepts definitions of at most 1,048,576 bytes (quotas, \"Maximum state machine definition size\")."
    )
{
    /// <summary>
    /// The maximum number of bytes of a machine for one byte of its document: that of <c>$flow</c>, which becomes a literal.
    /// </summary>
    private const int MaxGrowth = 40;

    private const string Fix = "Move a part into a flow of its own and run it live with \"runFlow\".";

    public override void Check(CheckedFlow flow)
    {
        if (flow.Measures is not { } measures)
        {
            return;
        }

        if (measures.IsTooLarge)
        {
            ReportName(
                flow,
                "/steps",
                $"The machine would have {measures.States:N0} states; Step Functions accepts "
                    + $"{ServiceLimits.DefinitionBytes:N0} bytes.",
                Fix
            );
            return;
        }

        // Only what is large needs to be compiled.
        var length = JsonMarshal.GetRawUtf8Value(flow.Document.Root.Element).Length;
        if (
            (measures.Versions > 0 || length * MaxGrowth >= ServiceLimits.DefinitionBytes)
            && measures.Definition is { } definition
            && Encoding.UTF8.GetByteCount(definition) is var bytes
            && bytes > ServiceLimits.DefinitionBytes
        )
        {
            ReportName(
                flow,
                "/steps",
                $"The machine has {bytes:N0} bytes; Step Functions accepts {ServiceLimits.DefinitionBytes:N0}.",
                Fix
            );
        }
    }
}
