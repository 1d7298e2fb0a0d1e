using System.Text;
using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.ApiDescriptions;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.Stubs;

/// <summary>Writes what the stub answers.</summary>
internal static class StubReply
{
    /// <summary>An answer that a description allows.</summary>
    public static Task ExampleAsync(HttpContext context, ExampleAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        return answer.Type is not { } type || answer.Status is StatusCodes.Status204NoContent ? Task.CompletedTask
            : ApiBody.IsJson(type) ? WriteAsync(context, "application/json", Encoding.UTF8.GetBytes(answer.Body.GetRawText()))
            : WriteAsync(context, type, Encoding.UTF8.GetBytes(answer.Body.ToString()));
    }

    /// <summary>A fault.</summary>
    public static async Task FaultAsync(HttpContext context, StubFault fault)
    {
        switch (fault.Kind)
        {
            case StubFaultKind.Timeout:
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                break;
            case StubFaultKind.Reset:
                context.Abort();
                break;
            default:
                await ProblemAsync(context, fault.Status, $"--fault {fault.Text}");
                break;
        }
    }

    /// <summary>A refusal with its reason.</summary>
    public static Task ProblemAsync(HttpContext context, int status, string error)
    {
        context.Response.StatusCode = status;
        return ObjectAsync(context, json => json.WriteString("error", error));
    }

    /// <summary>An access token (RFC 6749 section 5.1).</summary>
    public static Task TokenAsync(HttpContext context) =>
        ObjectAsync(
            context,
            json =>
            {
                json.WriteString("access_token", StubSecrets.Text);
                json.WriteString("token_type", "Bearer");
                json.WriteNumber("expires_in", 3600);
            }
        );

    private static Task ObjectAsync(HttpContext context, Action<Utf8JsonWriter> write) =>
        WriteAsync(
            context,
            "application/json",
            JsonOutput.Utf8(json =>
            {
                json.WriteStartObject();
                write(json);
                json.WriteEndObject();
            })
        );

    private static async Task WriteAsync(HttpContext context, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
