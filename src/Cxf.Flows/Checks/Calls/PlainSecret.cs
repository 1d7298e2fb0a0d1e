using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Model;

namespace Cxf.Flows.Checks.Calls;

/// <summary>A flow document contains no secret.</summary>
internal sealed partial class PlainSecret()
    : FlowRule(
        FlowCodes.PlainSecret,
        DiagnosticSeverity.Error,
        "A value that looks like a secret is in plain text.",
        "A flow document is stored, shown, versioned and compiled into a machine that everybody with access to the "
            + "console can read. Credentials belong in the connection's secret."
    )
{
    private const string Fix = "Move it to the connection's secret and change it: consider it known.";

    private const int ShortestSecret = 6;

    public override void Check(CheckedFlow flow)
    {
        foreach (var member in flow.Document.Root.Members())
        {
            Walk(flow, member.Element, member.Pointer, member.Name, namesCount: member.Name is not ("input" or "tests"));
        }

        // A credential that an expression makes is not in the document, but it would stand in the console's history.
        foreach (
            var headers in flow
                .Flow.AllSteps.OfType<RestApiStep>()
                .Select(step => step.Headers)
                .OfType<FlowValue>()
                .Where(headers => headers.Json.ValueKind == JsonValueKind.Object)
        )
        {
            foreach (
                var header in headers
                    .Json.EnumerateObject()
                    .Where(header =>
                        CredentialHeader().IsMatch(header.Name)
                        && header.Value.ValueKind == JsonValueKind.String
                        && ExpressionText.TryRead(header.Value.GetString()!, out _)
                    )
            )
            {
                ReportName(
                    flow,
                    JsonPointer.Append(headers.Pointer, header.Name),
                    $"The header \"{header.Name}\" carries credentials.",
                    "Remove it: the connection's \"auth\" sets it from the connection's secret."
                );
            }
        }
    }

    private void Walk(CheckedFlow flow, JsonElement value, string pointer, string name, bool namesCount)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Walk(flow, member.Value, JsonPointer.Append(pointer, member.Name), member.Name, namesCount);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Walk(flow, item, JsonPointer.Append(pointer, index), name, namesCount);
                }

                break;
            case JsonValueKind.String when value.GetString() is { } text && LooksSecret(text, namesCount ? name : ""):
                Report(flow, pointer, "This looks like a secret in plain text.", Fix);
                break;
        }
    }

    private static bool LooksSecret(string text, string name) =>
        KnownKey().IsMatch(text)
        || (
            !ExpressionText.TryRead(text, out _)
            && (
                (text.Length >= ShortestSecret && (SecretName().IsMatch(name) || CredentialHeader().IsMatch(name)))
                || IsRandom(text)
            )
        );

    /// <summary>A long run of letters of both cases and digits, as only generated keys are.</summary>
    private static bool IsRandom(string text) =>
        LongToken().IsMatch(text)
        && text.Any(char.IsAsciiDigit)
        && text.Any(char.IsAsciiLetterUpper)
        && text.Any(char.IsAsciiLetterLower);

    // Formats that their issuers document: AWS, JSON Web Tokens, Stripe, OpenAI, GitHub, Slack, Google, PEM; HTTP credentials; a
    // URL's user.
    [GeneratedRegex(
        @"\b(AKIA|ASIA)[0-9A-Z]{16}\b|(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\."
            + @"|\b[sr]k_(live|test)_[0-9A-Za-z]{16,}|\bsk-[A-Za-z0-9_-]{20,}|\bgh[pousr]_[A-Za-z0-9]{30,}"
            + @"|\bgithub_pat_[A-Za-z0-9_]{30,}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bAIza[0-9A-Za-z_-]{30,}"
            + @"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
            + @"|\b(Bearer|Basic) +[A-Za-z0-9+/=._-]{16,}|https?://[^/\s:@'""]+:[^/\s@'""]+@",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex KnownKey();

    [GeneratedRegex(
        @"^token$|passw(or)?d|secret|api[-_]?key|access[-_]?key|private[-_]?key|(access|auth|refresh)[-_]?token|credential",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex SecretName();

    [GeneratedRegex(
        @"^((proxy-)?authorization|cookie|(x-)?(api|auth|access)[-_]?(key|token)|ocp-apim-subscription-key"
            + @"|x-amz-security-token)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex CredentialHeader();

    [GeneratedRegex(@"^[A-Za-z0-9+_-]{40,}={0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex LongToken();
}
