using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;

namespace Cxf.Local.Examination;

/// <summary>A right that the person who asks does not have.</summary>
/// <param name="Action">The action, such as <c>sqs:GetQueueAttributes</c>.</param>
/// <param name="Resource">On what; null if AWS does not say.</param>
internal sealed partial record MissingRight(string Action, string? Resource)
{
    /// <summary>Whether AWS refused a request because the person may not make it.</summary>
    public static bool IsMissing(AmazonServiceException exception) =>
        exception.ErrorCode?.StartsWith("AccessDenied", StringComparison.Ordinal) == true
        || (exception.StatusCode == HttpStatusCode.Forbidden && Denied().IsMatch(exception.Message));

    /// <summary>The right that a refusal names. Where it names none, the one that the request takes.</summary>
    public static MissingRight Of(AmazonServiceException exception, string action) =>
        Denied().Match(exception.Message) is { Success: true } match
            ? new MissingRight(
                match.Groups["action"].Value,
                match.Groups["resource"] is { Success: true } resource ? resource.Value : null
            )
            : new MissingRight(action, null);

    [GeneratedRegex(
        @"not authorized to perform: (?<action>[\w-]+:\w+)(?: on resource: (?<resource>\S+))?",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Denied();
}
