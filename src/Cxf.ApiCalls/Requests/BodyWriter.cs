using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Requests;

/// <summary>
/// Writes a request's body as its content type says: JSON, a form, or text (XML, CSV, anything else) in its charset.
/// </summary>
internal static class BodyWriter
{
    /// <summary>
    /// The largest body: what Step Functions can have handed over (Step Functions quotas, "Maximum input or output size").
    /// </summary>
    public const int MaxBytes = 262_144;

    private const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static Result<PreparedBody> Write(JsonElement body, string? contentType)
    {
        if (contentType is null)
        {
            return Checked(JsonMarshal.GetRawUtf8Value(body).ToArray(), Json);
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
        {
            return FailureReason.HeaderRefused;
        }

        // A text under AWS's types can only be the object's own JSON text.
        if (
            MediaTypes.IsJson(type.MediaType) && !(MediaTypes.IsAwsJson(type.MediaType) && body.ValueKind == JsonValueKind.String)
        )
        {
            var json = JsonMarshal.GetRawUtf8Value(body);
            return type.CharSet is null
                ? Checked(json.ToArray(), contentType)
                : WriteText(Encoding.UTF8.GetString(json), type.CharSet, contentType);
        }

        if (string.Equals(type.MediaType, Form, StringComparison.OrdinalIgnoreCase))
        {
            return WriteForm(body) is { } form ? Checked(form, contentType) : FailureReason.BodyUnusable;
        }

        return body.ValueKind == JsonValueKind.String
            ? WriteText(body.GetString()!, type.CharSet, contentType)
            : FailureReason.BodyUnusable;
    }

    private static Result<PreparedBody> WriteText(string text, string? charset, string contentType) =>
        Charsets.TryGet(charset, out var encoding) && TryEncode(text, encoding, out var bytes)
            ? Checked(bytes, contentType)
            : FailureReason.BodyUnusable;

    private static Result<PreparedBody> Checked(ReadOnlyMemory<byte> bytes, string contentType) =>
        bytes.Length <= MaxBytes ? new PreparedBody(bytes, contentType) : FailureReason.RequestTooLarge;

    private static byte[]? WriteForm(JsonElement body)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        return body.ValueKind == JsonValueKind.Object && ParameterReader.TryRead(body, pairs)
            ? Encoding.ASCII.GetBytes(FormText.Write(pairs))
            : null;
    }

    private static bool TryEncode(string text, Encoding encoding, out byte[] bytes)
    {
        try
        {
            bytes = encoding.GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            bytes = [];
            return false;
        }
    }
}
