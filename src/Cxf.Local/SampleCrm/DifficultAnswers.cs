using Microsoft.AspNetCore.Http;

namespace Cxf.Local.SampleCrm;

/// <summary>
/// <c>/difficult/{kind}</c>, by any method: one kind of faulty answer each, so that sample events (<c>events/</c>) can show every
/// error code of a call and of a flow.
/// </summary>
internal static class DifficultAnswers
{
    /// <summary>More than a call's answer may have (245,760 bytes).</summary>
    private const int LargeText = 300_000;

    public static Task HandleAsync(HttpContext context, string kind)
    {
        var response = context.Response;
        switch (kind)
        {
            case "none":
                response.ContentType = "application/json";
                return response.WriteAsync("""{"note":"All is well."}""", context.RequestAborted);
            case "slow":
                return UntilHungUpAsync(context);
            case "throttled":
                response.Headers.RetryAfter = "120";
                return Answer.ProblemAsync(
                    context,
                    StatusCodes.Status429TooManyRequests,
                    "Too many requests; try again in two minutes."
                );
            case "down":
                return Answer.ProblemAsync(context, StatusCodes.Status503ServiceUnavailable, "The CRM is down for maintenance.");
            case "forbidden":
                return Answer.ProblemAsync(context, StatusCodes.Status403Forbidden, "This key is not allowed to do that.");
            case "refused":
                return Answer.ProblemAsync(context, StatusCodes.Status409Conflict, "The record already exists.");
            case "not-json":
                response.ContentType = "application/json";
                return response.WriteAsync("<html><body>Please sign in</body></html>", context.RequestAborted);
            case "large":
                response.ContentType = "application/json";
                return response.WriteAsync($"\"{new string('x', LargeText)}\"", context.RequestAborted);
            case "empty":
                response.ContentType = "application/json";
                return response.WriteAsync("{}", context.RequestAborted);
            case "elsewhere":
                // The address under which clouds hand out a machine's credentials.
                response.StatusCode = StatusCodes.Status307TemporaryRedirect;
                response.Headers.Location = "http://169.254.169.254/latest/meta-data/";
                return Task.CompletedTask;
            default:
                return Answer.ProblemAsync(context, StatusCodes.Status404NotFound, $"The difficulty {kind} does not exist.");
        }
    }

    private static async Task UntilHungUpAsync(HttpContext context)
    {
        var hungUp = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(hungUp.SetResult);
        await hungUp.Task;
    }
}
