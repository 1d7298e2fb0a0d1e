using Cxf.Documents;
using Cxf.Flows.Checks;

namespace Cxf.Flows.Catalogue;

/// <summary>Every kind of problem that flows can have, in the order of the codes.</summary>
public static class DiagnosticCatalogue
{
    /// <summary>The kinds.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        .. ShapeKinds
            .All.Concat(FlowChecks.Rules.Select(rule => rule.Kind))
            .Concat(PublishingProblems.Kinds)
            .Append(FlowBudget.Kind)
            .OrderBy(kind => kind.Code, StringComparer.Ordinal),
    ];
}

/// <summary>One kind of problem that a flow document can have: an entry of the catalogue.</summary>
/// <param name="Code">Its code, for ever.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Title">What it is, as a sentence.</param>
/// <param name="Reason">Why it is one: what would happen otherwise, as a sentence or two.</param>
public sealed record DiagnosticKind(string Code, DiagnosticSeverity Severity, string Title, string Reason);
