using Cxf.Flows;
using Cxf.Flows.Catalogue;
using Cxf.Flows.Runs;

namespace Cxf.Local.Explanations;

/// <summary>Every code that people see, with what it means.</summary>
internal static class ExplanationCatalogue
{
    private const string Examples = "Examples.";

    /// <summary>The error codes of runs, then the codes of documents in their order.</summary>
    public static IReadOnlyList<Explanation> All { get; } =
    [
        .. RunErrors.All,
        .. DiagnosticCatalogue
            .All.Select(OfFlow)
            .Concat(DocumentProblems.All)
            .OrderBy(explanation => explanation.Code, StringComparer.Ordinal),
    ];

    // What stands before the names of failures in executions: a fail step, Step Functions itself, and the services that it calls.
    private static readonly string[] Origins =
    [
        "FlowFailed.",
        "States.",
        "Lambda.",
        "Sfn.",
        "StepFunctions.",
        "DynamoDb.",
        "DynamoDB.",
        "Sandbox.",
    ];

    /// <summary>
    /// The explanation of a code in any case; null if there is no such code. A name that only executions and their histories
    /// have, such as <c>States.Timeout</c> or <c>FlowFailed.ApiTimeout</c>, is explained by the error code of the answer.
    /// </summary>
    public static Explanation? Find(string code) =>
        Exactly(code) ?? (Origins.Any(origin => code.StartsWith(origin, StringComparison.Ordinal)) ? OfExecution(code) : null);

    private static Explanation? Exactly(string code) =>
        All.FirstOrDefault(explanation => explanation.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    // The author's own code of a fail step is in no catalogue.
    private static Explanation? OfExecution(string error) =>
        Exactly(RunAnswer.Failed("", error, null).ErrorCode) ?? Exactly(FlowErrorCodes.FlowFailed);

    private static Explanation OfFlow(DiagnosticKind kind) =>
        new(
            kind.Code,
            ExplainedKind.Flow,
            kind.Title,
            kind.Reason,
            "the author of the flow",
            ["The diagnostic names the line and the column, and says what to change."],
            []
        )
        {
            Example = Example(kind.Code),
        };

    // The documents of the page of diagnostics; a few codes have an example that is made by a test because of its size.
    private static string Example(string code)
    {
        using var stream = typeof(ExplanationCatalogue).Assembly.GetManifestResourceStream($"{Examples}{code}.json");
        if (stream is null)
        {
            return "";
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd();
    }
}
