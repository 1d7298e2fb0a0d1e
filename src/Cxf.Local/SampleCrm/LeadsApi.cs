using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Cxf.Local.SampleCrm;

/// <summary>The CRM's HTTP API.</summary>
internal sealed class LeadsApi(LeadBook leads, SampleCrmOptions options)
{
    /// <summary>More than any lead needs; a CRM takes no books.</summary>
    private const int MaxBytes = 64 * 1024;

    public async Task HandleAsync(HttpContext context)
    {
        switch (options.Trouble)
        {
            case CrmTrouble.Closed:
                context.Abort();
                return;
            case CrmTrouble.Unavailable:
                await Answer.ProblemAsync(context, StatusCodes.Status503ServiceUnavailable, "The CRM is down for maintenance.");
                return;
            case CrmTrouble.Slow:
                await Task.Delay(options.Delay, options.TimeProvider, context.RequestAborted)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (context.RequestAborted.IsCancellationRequested)
                {
                    return;
                }

                break;
            default:
                break;
        }

        if (!IsAuthorized(context.Request))
        {
            await Answer.ProblemAsync(context, StatusCodes.Status401Unauthorized, "The API key is missing or wrong.");
            return;
        }

        await RouteAsync(context);
    }

    private Task RouteAsync(HttpContext context)
    {
        var path = context.Request.Path.Value?.Trim('/').Split('/') ?? [];
        return (context.Request.Method, path) switch
        {
            ("POST", ["leads"]) => CreateAsync(context),
            ("GET", ["leads"]) => Answer.LeadsAsync(context, leads.Having(Wanted(context))),
            ("GET", ["leads", var id]) => leads.Find(id) is { } lead
                ? Answer.LeadAsync(context, StatusCodes.Status200OK, lead)
                : Answer.ProblemAsync(context, StatusCodes.Status404NotFound, $"There is no lead {id}."),
            (_, ["difficult", var kind]) => DifficultAnswers.HandleAsync(context, kind),
            (_, ["leads", ..]) => Answer.ProblemAsync(
                context,
                StatusCodes.Status405MethodNotAllowed,
                "Use POST to create a lead and GET to read it."
            ),
            _ => Answer.ProblemAsync(context, StatusCodes.Status404NotFound, "The only path is /leads."),
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Wanted(HttpContext context) =>
        context.Request.Query.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()));

    private async Task CreateAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { ValueKind: JsonValueKind.Object } fields)
        {
            await Answer.ProblemAsync(
                context,
                StatusCodes.Status400BadRequest,
                $"The body must be a JSON object of at most {MaxBytes} bytes."
            );
            return;
        }

        if (
            !fields.TryGetProperty("recordType", out var type)
            || type.ValueKind != JsonValueKind.String
            || type.GetString() is not { Length: > 0 } recordType
        )
        {
            await Answer.ProblemAsync(context, StatusCodes.Status422UnprocessableEntity, "recordType is missing.");
            return;
        }

        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var (lead, isNew) = leads.Add(fields, recordType, key.Length == 0 ? null : key);
        context.Response.Headers.Location = $"/leads/{lead.Id}";
        await Answer.LeadAsync(context, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, lead);
    }

    private static async Task<JsonElement?> ReadAsync(HttpContext context)
    {
        var buffer = new byte[MaxBytes + 1];
        var length = 0;
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer.AsMemory(length), context.RequestAborted)) > 0)
        {
            length += read;
        }

        try
        {
            return length > MaxBytes ? null : JsonElement.Parse(buffer.AsSpan(0, length));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private bool IsAuthorized(HttpRequest request) =>
        options.ApiKey is not { } key
        || request.Headers["X-Api-Key"].ToString() == key
        || request.Headers.Authorization.ToString() == $"Bearer {key}";
}
