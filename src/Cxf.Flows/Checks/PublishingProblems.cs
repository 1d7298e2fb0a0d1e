using Cxf.Documents;
using Cxf.Flows.Catalogue;
using Cxf.Flows.Model;
using Cxf.Flows.Timing;

namespace Cxf.Flows.Checks;

/// <summary>
/// What can be wrong with a flow whose document is right by itself: known only where it is stored, published and tested.
/// </summary>
public static class PublishingProblems
{
    internal static DiagnosticKind TestFailed { get; } =
        new(
            FlowCodes.TestFailed,
            DiagnosticSeverity.Error,
            "A test that fails.",
            "The flow does something else than its author expects; it is not published until the two agree."
        );

    private static readonly DiagnosticKind OtherId = new(
        FlowCodes.StoredUnderOtherId,
        DiagnosticSeverity.Error,
        "A document that is stored under the id of another flow.",
        "What is published under one id would call itself by another, in names of machines and in answers."
    );

    private static readonly DiagnosticKind WaitTooShort = new(
        FlowCodes.CallersWaitTooShort,
        DiagnosticSeverity.Warning,
        "Live flows run this one, which can now take longer than they were compiled to wait.",
        "A flow that runs another one was timed with the version that was live then, and stops waiting soon after "
            + "that version's longest time."
    );

    /// <summary>A document that is stored under the id of another flow.</summary>
    /// <param name="source">The document.</param>
    /// <param name="stored">The id that it is stored under.</param>
    public static Diagnostic StoredUnderOtherId(JsonSource source, FlowId stored) =>
        Of(
            OtherId,
            source,
            "/flowId",
            $"The document says another flow's id than the one that it is stored under, \"{stored}\".",
            $"Set flowId to \"{stored}\", or store the document under its own id."
        );

    /// <summary>Live flows run this one, which can now take longer than they were compiled to wait.</summary>
    /// <param name="source">The document.</param>
    /// <param name="bound">How long the flow can take now.</param>
    /// <param name="before">How long the live version can take.</param>
    /// <param name="callers">The live flows that run it.</param>
    public static Diagnostic CallersWaitTooShort(
        JsonSource source,
        TimeSpan bound,
        TimeSpan before,
        IReadOnlyList<FlowId> callers
    ) =>
        Of(
            WaitTooShort,
            source,
            "/steps",
            $"The flow can now take {Duration.InWords(bound)} instead of {Duration.InWords(before)}; live flows that "
                + $"run it wait no longer than before: {string.Join(", ", callers)}.",
            "Check and publish those flows once more after this one, so that their durations include it: cxf publish does "
                + "so for a folder that holds them."
        );

    internal static IReadOnlyList<DiagnosticKind> Kinds => [TestFailed, OtherId, WaitTooShort];

    internal static Diagnostic Of(DiagnosticKind kind, JsonSource source, string pointer, string message, string fix)
    {
        var position = source.PositionOf(pointer);
        return new Diagnostic(kind.Code, kind.Severity, pointer, position.Line, position.Column, message, fix);
    }
}
