using Cxf.Flows.Checks;

namespace Cxf.Flows.Catalogue;

/// <summary>Every kind of problem that is said of flows, in the order of the codes.</summary>
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
