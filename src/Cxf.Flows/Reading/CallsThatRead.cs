using Cxf.Documents;

namespace Cxf.Flows.Reading;

/// <summary>What only a call that reads can have, whether it names its method or an operation.</summary>
internal static class CallsThatRead
{
    private const string Method = "GET";

    /// <summary>Reports paging with another method.</summary>
    /// <param name="reader">Reads the document.</param>
    /// <param name="pointer">The member.</param>
    /// <param name="method">The method of the call.</param>
    /// <param name="use">What can be used instead of the method, with its verb.</param>
    public static void CheckPaging(JsonDocumentReader reader, string pointer, string? method, string use = "use GET")
    {
        if (method is not (null or Method))
        {
            reader.Report(pointer, FlowCodes.PagingNeedsGet, "Only GET can read several pages.", $"Remove \"paging\", or {use}.");
        }
    }

    /// <summary>Reports a fallback with another method.</summary>
    /// <param name="reader">Reads the document.</param>
    /// <param name="pointer">The member.</param>
    /// <param name="method">The method of the call.</param>
    /// <param name="use">What can be used instead of the method, with its verb.</param>
    public static void CheckFallback(JsonDocumentReader reader, string pointer, string? method, string use = "use GET")
    {
        if (method is not (null or Method))
        {
            reader.Report(
                pointer,
                FlowCodes.FallbackNeedsGet,
                "Only GET can return an earlier answer.",
                $"Remove \"fallback\", or {use}."
            );
        }
    }
}
