using System.Text.Json;
using Cxf.Documents.Identifiers;
using Cxf.Flows.ApiDescriptions;

namespace Cxf.Flows.Model;

/// <summary>
/// A call to a third party over one of the tenant's connections. Its result is <c>$label</c>: status, headers, body.
/// </summary>
public sealed record RestApiStep(string Label, string Pointer) : FlowStep(Label, Pointer)
{
    /// <summary>The tenant's connection to call over.</summary>
    public required ConnectionId Connection { get; init; }

    /// <summary>
    /// The operation of the connection's description, as the flow names it; null where it gives method and path itself.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>The values of the operation's parameters by name, as written; undefined when there are none.</summary>
    public FlowValue? Parameters { get; init; }

    /// <summary>What the connection's description says of the call; null if it has none, or says nothing certain.</summary>
    public ApiOperation? Described { get; init; }

    /// <summary>The HTTP method, in capitals; empty for an operation that is not known.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the connection's base URL.</summary>
    public required FlowValue Path { get; init; }

    /// <summary>What stands for the <c>{name}</c> parts of the path; undefined where the flow gives the path itself.</summary>
    public FlowValue? PathValues { get; init; }

    /// <summary>Query parameters by name; undefined when there are none.</summary>
    public FlowValue? Query { get; init; }

    /// <summary>Headers by name; undefined when there are none.</summary>
    public FlowValue? Headers { get; init; }

    /// <summary>The request's body, or undefined.</summary>
    public FlowValue? Body { get; init; }

    /// <summary>
    /// How to read all pages of the answer as one list, as CallApi's request takes it; null for one answer. Only for GET.
    /// It holds no expressions.
    /// </summary>
    public FlowValue? Paging { get; init; }

    /// <summary>JSONata on the answer's body that keeps what the flow needs; null keeps all of it.</summary>
    public string? Select { get; init; }

    /// <summary>When the previous answer serves instead of a failure; null when never. Only for GET.</summary>
    public StepFallback? Fallback { get; init; }

    /// <summary>How long one call may take, with its token, waits and quick retry. Default 3 s.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>When and how often the call is made again; null when never.</summary>
    public StepRetry? Retry { get; init; }

    /// <summary>Where to go on failure, by error code; the word <c>any</c> takes what no other branch takes.</summary>
    public IReadOnlyList<ErrorBranch> OnError { get; init; } = [];

    /// <summary>The step after a good answer; null where it ends a body, and for a step that undoes another.</summary>
    public StepTransition? Next { get; init; }

    /// <summary>Whether another step names it as its <see cref="FlowStep.Undo"/>: it runs only when the flow fails.</summary>
    public bool IsUndo { get; init; }

    /// <summary>
    /// Whether making the call twice may do something twice: every method but GET and HEAD (RFC 9110, section 9.2.1).
    /// </summary>
    public bool IsUnsafe => Method is not ("GET" or "HEAD");

    /// <summary>
    /// What a call may take when the flow does not say: three calls fit Connect's eight seconds with a margin no author notices.
    /// </summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromSeconds(3);

    /// <summary>The most a call may take: below CallApi's own Lambda timeout of 65 s in template.yaml.</summary>
    public static TimeSpan MaxTimeout { get; } = TimeSpan.FromSeconds(60);

    /// <inheritdoc />
    public override IEnumerable<StepTransition> Transitions => Onwards(Next, OnError);

    /// <inheritdoc />
    public override IEnumerable<string> Assigned => [Label];

    /// <inheritdoc />
    public override IEnumerable<FlowValue> Values =>
        (Operation is null ? [Path, Query, Headers, Body] : new FlowValue?[] { Parameters, Body })
            .OfType<FlowValue>()
            .Where(value => value.Json.ValueKind != JsonValueKind.Undefined);
}
