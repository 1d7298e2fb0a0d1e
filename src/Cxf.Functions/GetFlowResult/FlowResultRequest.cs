using Cxf.Functions.Requests;

namespace Cxf.Functions.GetFlowResult;

/// <summary>A request to GetFlowResult.</summary>
/// <param name="Head">What every request says.</param>
/// <param name="RunId">The run, as ExecuteFlow answered it.</param>
public sealed record FlowResultRequest(RequestHead Head, string RunId) : FlowRequest(Head);
