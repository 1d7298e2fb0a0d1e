namespace Cxf.OpenApi;

/// <summary>What came of importing a document.</summary>
public sealed record ImportResult
{
    /// <summary>The description that is stored; null if the document cannot be used.</summary>
    public ReadOnlyMemory<byte>? Description { get; init; }

    /// <summary>What was proposed for the connection; null if the document cannot be used.</summary>
    public ProposedConnection? Connection { get; init; }

    /// <summary>Why the document cannot be used; empty if it can.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];

    /// <summary>What of the document is left out or not checked, by name, with how often it occurs.</summary>
    public IReadOnlyDictionary<string, int> Unsupported { get; init; } = new Dictionary<string, int>();

    /// <summary>The operations of the document.</summary>
    public int OperationsFound { get; init; }

    /// <summary>The operations in the description.</summary>
    public int OperationsKept { get; init; }

    internal static ImportResult Refused(string message, string fix) => new() { Problems = [new ImportProblem(message, fix)] };
}

/// <summary>A reason why a document cannot be used.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record ImportProblem(string Message, string Fix);
