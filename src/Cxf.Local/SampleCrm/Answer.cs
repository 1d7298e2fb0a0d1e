using System.Text.Json;
using Cxf.Documents;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.SampleCrm;

/// <summary>The CRM's answers.</summary>
internal static class Answer
{
    // Platforms answer lists by the page, however long the list has grown.
    private const int MaxLeads = 100;

    public static Task LeadAsync(HttpContext context, int status, Lead lead) => JsonAsync(context, status, lead.WriteTo);

    /// <summary>The number of leads, and the first of them.</summary>
    public static Task LeadsAsync(HttpContext context, IReadOnlyList<Lead> leads) =>
        JsonAsync(
            context,
            StatusCodes.Status200OK,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("count", leads.Count);
                writer.WriteStartArray("leads");
                foreach (var lead in leads.Take(MaxLeads))
                {
                    lead.WriteTo(writer);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }
        );

    public static Task ProblemAsync(HttpContext context, int status, string error) =>
        JsonAsync(
            context,
            status,
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("error", error);
                writer.WriteEndObject();
            }
        );

    private static async Task JsonAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        var body = JsonOutput.Utf8(write);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
