namespace Cxf.OpenApi;

/// <summary>What a document proposes for a connection to its API.</summary>
/// <param name="BaseUrl">The URL of its first server; null if it names none that can be used.</param>
/// <param name="Auth">The members of <c>auth</c>, the kind first; null if calls need no credentials.</param>
/// <param name="Methods">The methods that its operations use.</param>
public sealed record ProposedConnection(
    string? BaseUrl,
    IReadOnlyList<KeyValuePair<string, string>>? Auth,
    IReadOnlyList<string> Methods
)
{
    /// <summary>The name of the API.</summary>
    public string Name { get; init; } = "";

    /// <summary>What a person must decide or complete.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
