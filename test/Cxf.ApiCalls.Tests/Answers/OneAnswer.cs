using Cxf.ApiCalls.Outcomes;
using Cxf.ApiCalls.Tests.Platform;

namespace Cxf.ApiCalls.Tests.Answers;

/// <summary>A call to a third party that gives one answer.</summary>
internal static class OneAnswer
{
    public static async Task<ApiCallOutcome> CallAsync(
        string? contentType,
        byte[] body,
        string? encoding = null,
        bool ignoreBody = false
    )
    {
        await using var crm = await PlatformServer.StartAsync(async context =>
        {
            context.Response.ContentType = contentType;
            if (encoding is not null)
            {
                context.Response.Headers.ContentEncoding = encoding;
            }

            await context.Response.Body.WriteAsync(body);
        });
        return await Given.CallAsync(crm.Url, Given.Get("/") with { IgnoreBody = ignoreBody });
    }
}
