using System.Text.Json;
using Cxf.Functions.Requests;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>What a contact flow, or a direct caller, asks ExecuteFlow for.</summary>
/// <param name="Head">What every request says.</param>
/// <param name="Payload">The payload as received, an object.</param>
/// <param name="RequestKey">What tells two requests of one contact apart; null leaves that to the payload.</param>
/// <param name="AfterRunId">
/// A run of the contact that the request follows. The same request after another run is a new request. Null for none.
/// </param>
public sealed record ExecuteFlowRequest(RequestHead Head, JsonElement Payload, string? RequestKey, string? AfterRunId)
    : FlowRequest(Head);
