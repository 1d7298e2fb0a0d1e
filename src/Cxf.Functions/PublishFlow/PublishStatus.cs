namespace Cxf.Functions.PublishFlow;

/// <summary>The values of <c>status</c> in a publish answer.</summary>
public static class PublishStatus
{
    /// <summary>The request was executed, and the flow is live.</summary>
    public const string Published = "PUBLISHED";

    /// <summary>The live version is already the same; nothing was changed.</summary>
    public const string Unchanged = "UNCHANGED";

    /// <summary>The flow or tenant was removed.</summary>
    public const string Deleted = "DELETED";

    /// <summary>The request or the flow is wrong; nothing was changed.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>Another publisher was faster, or the draft has changed; check it and try again.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>
    /// The request could not be executed. The live version is unchanged, and the next try continues from this point.
    /// </summary>
    public const string Failed = "FAILED";
}
