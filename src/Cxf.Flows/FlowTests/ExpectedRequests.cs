using System.Text.Json;

namespace Cxf.Flows.FlowTests;

/// <summary>What the calls of one step must send.</summary>
/// <param name="Label">The step.</param>
/// <param name="Requests">
/// An object for each call, in the order in which they begin: of <c>method</c>, <c>path</c>, <c>query</c>, <c>headers</c>,
/// <c>body</c> (or a called flow's <c>payload</c>) those that are to be compared.
/// </param>
/// <param name="Pointer">Where they stand in the document.</param>
public sealed record ExpectedRequests(string Label, IReadOnlyList<JsonElement> Requests, string Pointer);
