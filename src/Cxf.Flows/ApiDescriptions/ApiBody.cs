using System.Text.Json;
using Cxf.Documents;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>The body of an operation's request.</summary>
/// <param name="IsRequired">Whether each request must have one.</param>
/// <param name="Content">What it must look like, by content type; the preferred type is first.</param>
public sealed record ApiBody(bool IsRequired, IReadOnlyList<KeyValuePair<string, ApiSchema>> Content)
{
    /// <summary>The content type of a form.</summary>
    public const string Form = "application/x-www-form-urlencoded";

    /// <summary>Whether a content type is JSON, as CallApi writes it.</summary>
    public static bool IsJson(string type) =>
        type is "application/json" or "text/json" or "*/*" or "application/*"
        || type.EndsWith("+json", StringComparison.Ordinal)
        || type.StartsWith("application/x-amz-json", StringComparison.Ordinal);

    /// <summary>What a body of a content type must look like; null if the operation does not take the type.</summary>
    /// <param name="type">The content type without parameters.</param>
    public KeyValuePair<string, ApiSchema>? Of(string type)
    {
        foreach (var content in Content)
        {
            var taken = content.Key.Split(';')[0].Trim();
            if (
                taken.Equals(type, StringComparison.OrdinalIgnoreCase)
                || taken == "*/*"
                || (taken.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(taken[..^1], StringComparison.Ordinal))
            )
            {
                return content;
            }
        }

        return null;
    }

    internal static ApiBody Read(ApiDescription description, JsonElement json) =>
        new(
            json.Flag("required"),
            [.. json.Get("content").Members().Select(one => KeyValuePair.Create(one.Name, new ApiSchema(description, one.Value)))]
        );
}
