namespace Cxf.Functions.PublishFlow;

/// <summary>The words of a publish answer's <c>status</c>.</summary>
public static class PublishStatus
{
    /// <summary>What was asked for is live now.</summary>
    public const string Published = "PUBLISHED";

    /// <summary>What is live is the same already; nothing was changed.</summary>
    public const string Unchanged = "UNCHANGED";

    /// <summary>What was to be removed is gone.</summary>
    public const string Deleted = "DELETED";

    /// <summary>The request or the flow is wrong; nothing was changed.</summary>
    public const string Rejected = "REJECTED";

    /// <summary>Another publisher was faster, or the draft has changed since; look again and ask again.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>It could not be carried out; what is live is as it was, and asking again takes up where this ended.</summary>
    public const string Failed = "FAILED";
}
