namespace Cxf.Functions.PublishFlow;

/// <summary>The words of a publish answer's <c>status</c>.</summary>
public static class PublishStatus
{
    /// <summary>A new version is live.</summary>
    public const string Published = "PUBLISHED";

    /// <summary>What is live is the same already; nothing was changed.</summary>
    public const string Unchanged = "UNCHANGED";

    /// <summary>The request or the flow is wrong; nothing was changed.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>Another publisher was faster; ask again.</summary>
    public const string Conflict = "CONFLICT";
}
