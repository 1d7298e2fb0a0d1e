using Cxf.ApiCalls.Diagnostics;
using Cxf.Flows;
using Cxf.Flows.Compiling;
using Cxf.Flows.Model;

namespace Cxf.Functions.PublishFlow;

/// <summary>What can be wrong with a flow document only because of what the deployment holds already.</summary>
internal static class PublishDiagnostics
{
    public static Diagnostic OtherFlow(JsonSource source, FlowId flow) => Error(
        source,
        "/flowId",
        FlowCodes.StoredUnderOtherId,
        $"The document says another flow's id than the one that it is stored under, \"{flow}\".",
        $"Set flowId to \"{flow}\", or store the document under its own id.");

    public static Diagnostic ModeChange(JsonSource source, StateMachineType live)
    {
        var mode = live == StateMachineType.Express ? "waits" : "continues";
        return Error(
            source,
            "/caller",
            FlowCodes.ModeFixed,
            $"The flow is live as a flow whose caller {mode}, and a state machine's type never changes.",
            $"Set caller to \"{mode}\", or publish it as a new flow.");
    }

    private static Diagnostic Error(JsonSource source, string pointer, string code, string message, string fix)
    {
        var position = source.PositionOf(pointer);
        return new Diagnostic(code, DiagnosticSeverity.Error, pointer, position.Line, position.Column, message, fix);
    }
}
