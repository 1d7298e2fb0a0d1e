namespace Cxf.Local.Explanations;

/// <summary>What one code means and what to do about it.</summary>
/// <param name="Code">The code, such as <c>ApiTimeout</c> or <c>CXF2110</c>.</param>
/// <param name="Kind">What the code says something about.</param>
/// <param name="Title">What it is, as a sentence.</param>
/// <param name="Meaning">What happened, or would happen, as one to three sentences.</param>
/// <param name="Who">Who can do something about it.</param>
/// <param name="CheckFirst">What to look at, in this order. Each is a sentence.</param>
/// <param name="Related">Codes that are easily confused with this one, or that follow from it.</param>
internal sealed record Explanation(
    string Code,
    ExplainedKind Kind,
    string Title,
    string Meaning,
    string Who,
    IReadOnlyList<string> CheckFirst,
    IReadOnlyList<string> Related
)
{
    /// <summary>A document that has the problem, or the answer that a contact flow receives; empty where none helps.</summary>
    public string Example { get; init; } = "";
}

/// <summary>What a code says something about.</summary>
internal enum ExplainedKind
{
    /// <summary>A run, in its answer, its log lines and its metrics.</summary>
    Run,

    /// <summary>A flow document.</summary>
    Flow,

    /// <summary>A connection document.</summary>
    Connection,

    /// <summary>An event of CallApi.</summary>
    Request,

    /// <summary>The Connect instances and the files of a deployment folder.</summary>
    Folder,

    /// <summary>A contact flow of Amazon Connect.</summary>
    ContactFlow,

    /// <summary>The cxf command itself.</summary>
    Command,
}
