using System.Globalization;
using Cxf.Documents;
using Cxf.Flows.Catalogue;
using Cxf.Jsonata;

namespace Cxf.Flows.Checks;

/// <summary>
/// What one flow document may use while it is read, checked, compiled and tested, so that one tenant's document cannot stop the
/// publishing of another's. Work and memory are counted and so the same on every machine; time is the last resort. All of it is
/// well inside of what PublishFlow has (template.yaml), see its README.
/// </summary>
public static class FlowBudget
{
    /// <summary>The largest document, in bytes: as large as the largest machine that Step Functions takes.</summary>
    public const int DocumentBytes = 1 << 20;

    /// <summary>
    /// How many characters the JSON pointers of a document's values may have together: names that are long and hold much add to
    /// them.
    /// </summary>
    public const long PointerCharacters = 1 << 25;

    /// <summary>The work of all checks, in units of some nanoseconds.</summary>
    public const long CheckSteps = 150_000_000;

    /// <summary>The memory of the analyses that keep much, in bytes.</summary>
    public const long CheckBytes = 128 << 20;

    /// <summary>How long reading and checking may take.</summary>
    public static readonly TimeSpan CheckTime = TimeSpan.FromSeconds(15);

    /// <summary>How many other flows a flow may run, directly and through others.</summary>
    public const int LinkedDocuments = 500;

    /// <summary>How large the documents of those flows may be together, in bytes.</summary>
    public const long LinkedBytes = 4 << 20;

    /// <summary>The work of all tests of a document.</summary>
    public const long TestSteps = 60_000_000;

    /// <summary>What the histories of all tests of a document may hold, in bytes.</summary>
    public const long TestBytes = 96 << 20;

    /// <summary>How long all tests of a document may take.</summary>
    public static readonly TimeSpan TestTime = TimeSpan.FromSeconds(15);

    /// <summary>
    /// What one evaluation of an expression may use in a test; the sizes are far above what a state can pass on.
    /// </summary>
    internal static JsonataLimits TestExpressions { get; } =
        new()
        {
            StringLength = 1 << 22,
            SequenceLength = 1 << 20,
            AllocatedBytes = 64 << 20,
            RegexTime = TimeSpan.FromMilliseconds(200),
        };

    internal static DiagnosticKind Kind { get; } =
        new(
            FlowCodes.BudgetExceeded,
            DiagnosticSeverity.Error,
            "A document that takes more work or memory than one document may.",
            "Tenants share what checks and publishes their flows: one document must not hold up the others'."
        );

    /// <summary>The budget for reading and checking a document.</summary>
    /// <param name="clock">The clock of its time.</param>
    public static WorkBudget ForCheck(TimeProvider clock) => new WorkBudget(CheckSteps, CheckBytes).Within(clock, CheckTime);

    /// <summary>The budget for all tests of a document.</summary>
    /// <param name="clock">The clock of its time.</param>
    public static WorkBudget ForTests(TimeProvider clock) => new WorkBudget(TestSteps, TestBytes).Within(clock, TestTime);

    /// <summary>The diagnostic for a flow that runs too many others.</summary>
    /// <param name="source">Its document.</param>
    public static Diagnostic LinkedTooLarge(JsonSource source) =>
        PublishingProblems.Of(
            Kind,
            source,
            "/steps",
            string.Create(
                CultureInfo.InvariantCulture,
                $"The flow runs too many other flows, directly and through others: at most {LinkedDocuments:N0}, "
                    + $"whose documents have {LinkedBytes:N0} bytes together."
            ),
            "Run fewer flows from this one, or do what several small flows do in one."
        );

    /// <summary>Why a document is not even read; null where it may be.</summary>
    internal static (string Message, string Fix)? Problem(JsonSource source) =>
        source.Length > DocumentBytes
            ? (
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The document has {source.Length:N0} bytes; a flow has at most {DocumentBytes:N0}."
                ),
                "Move a part into a flow of its own and run it with \"runFlow\"."
            )
        : source.PointerCharacters > PointerCharacters
            ? (
                "Long names in the document hold many values: their paths together are too long to be checked.",
                "Shorten the names."
            )
        : null;

    /// <summary>The diagnostic for a document whose checks were ended.</summary>
    internal static (string Message, string Fix) CheckEnded(WorkLimit limit) =>
        (
            $"Checking the flow takes {WordsOf(limit, CheckSteps, CheckTime)}, so it was ended.",
            "Make it simpler: fewer steps that lead back, fewer variables, shorter expressions; or move a part into a "
                + "flow of its own and run it with \"runFlow\"."
        );

    /// <summary>The message for the test in which the budget of all tests was spent.</summary>
    internal static (string Message, string Fix) TestsEnded(WorkLimit limit, string test) =>
        (
            $"The tests of the flow take {WordsOf(limit, TestSteps, TestTime)}; the test \"{test}\" was ended, and "
                + "those after it did not run.",
            "Let its expressions handle less data and its loops repeat fewer times, or keep fewer tests in the document."
        );

    private static string WordsOf(WorkLimit limit, long steps, TimeSpan time) =>
        limit switch
        {
            WorkLimit.Work => string.Create(
                CultureInfo.InvariantCulture,
                $"more work than one document may cause ({steps / 1_000_000} million steps)"
            ),
            WorkLimit.Memory => "more memory than one document may take",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $"more time than one document may take ({time.TotalSeconds:0} seconds)"
            ),
        };
}
