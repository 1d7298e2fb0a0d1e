namespace Cxf.Local.Templates;

/// <summary>A function as template.yaml defines it, with every reference resolved for this machine.</summary>
/// <param name="LogicalId">Its name in the template, e.g. <c>ExecuteFlowFunction</c>.</param>
/// <param name="Name">Its name on AWS, e.g. <c>cxf-local-ExecuteFlow</c>.</param>
/// <param name="AliasArn">The ARN of its alias <c>live</c>, through which everything reaches it.</param>
/// <param name="Timeout">After which Lambda ends it.</param>
/// <param name="MemoryMegabytes">The memory it is given.</param>
/// <param name="LogsJson">Whether its log is JSON.</param>
/// <param name="LogLevel">The lowest level that its JSON log keeps; empty when the template does not say.</param>
/// <param name="Environment">Its environment variables.</param>
internal sealed record FunctionDefinition(
    string LogicalId,
    string Name,
    string AliasArn,
    TimeSpan Timeout,
    int MemoryMegabytes,
    bool LogsJson,
    string LogLevel,
    IReadOnlyDictionary<string, string> Environment
)
{
    private const string Latest = "$LATEST";

    private int AliasStart => AliasArn.LastIndexOf(':') + 1;

    /// <summary>Whether a caller means this function: by logical id, name, handler, or ARN with or without a qualifier.</summary>
    public bool IsCalled(string reference)
    {
        var name = QualifierOf(reference) is { } qualifier ? reference[..^(qualifier.Length + 1)] : reference;
        return name == LogicalId
            || name == Name
            || name == AliasArn[..(AliasStart - 1)]
            || name == Environment.GetValueOrDefault("ANNOTATIONS_HANDLER");
    }

    /// <summary>The qualifier at the end of a reference to this function, or null.</summary>
    public string? QualifierOf(string reference) =>
        reference.LastIndexOf(':') is >= 0 and var colon && HasQualifier(reference[(colon + 1)..])
            ? reference[(colon + 1)..]
            : null;

    /// <summary>Whether the function has this qualifier: its alias or the latest version.</summary>
    public bool HasQualifier(string qualifier) => qualifier == AliasArn[AliasStart..] || qualifier == Latest;
}
