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

    /// <summary>A content type without its parameters, in small letters.</summary>
    public static string NameOf(string type) => type.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Whether a content type is JSON, as CallApi writes it.</summary>
    public static bool IsJson(string type) =>
        NameOf(type) is var name
        && (
            name is "application/json" or "text/json" or "*/*" or "application/*"
            || name.EndsWith("+json", StringComparison.Ordinal)
            || name.StartsWith("application/x-amz-json", StringComparison.Ordinal)
        );

    /// <summary>Whether a content type is that of a form.</summary>
    public static bool IsForm(string type) => NameOf(type) == Form;

    /// <summary>Whether a content type is that of a text.</summary>
    public static bool IsText(string type) =>
        NameOf(type) is var name
        && (name.StartsWith("text/", StringComparison.Ordinal) || name.Contains("xml", StringComparison.Ordinal));

    /// <summary>Whether a call can send a body of a content type.</summary>
    public static bool CanSend(string type) => IsJson(type) || IsForm(type) || IsText(type);

    /// <summary>What a body of a content type must look like; null if the operation does not take the type.</summary>
    /// <param name="type">The content type without parameters.</param>
    public KeyValuePair<string, ApiSchema>? Of(string type)
    {
        foreach (var content in Content)
        {
            var taken = NameOf(content.Key);
            if (
                taken == NameOf(type)
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
