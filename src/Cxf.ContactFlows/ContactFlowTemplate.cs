using System.Text;
using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows;

/// <summary>
/// A contact flow whose text holds <c>${Name}</c> placeholders. They are filled in as CloudFormation's Fn::Sub does,
/// so that one text serves the local run and the deployed stack; <c>${!Name}</c> means a literal <c>${Name}</c>.
/// </summary>
public static class ContactFlowTemplate
{
    /// <summary>
    /// Fills in the placeholders and reads the flow. A placeholder without a value is an error among the others.
    /// </summary>
    public static ContactFlowReading Read(string text, IReadOnlyDictionary<string, string> values)
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        var reading = ContactFlowReader.Read(Substitute(text, values, missing));
        if (missing.Count == 0)
        {
            return reading;
        }

        var problems = missing.Select(name => Missing(text, name));
        return new ContactFlowReading(null, [.. problems, .. reading.Diagnostics]);
    }

    private static string Substitute(string text, IReadOnlyDictionary<string, string> values, SortedSet<string> missing)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        while (text.IndexOf("${", at) is var start and >= 0 && text.IndexOf('}', start) is var end and >= 0)
        {
            var name = text[(start + 2)..end];
            result.Append(text, at, start - at);
            if (name.StartsWith('!'))
            {
                result.Append("${").Append(name, 1, name.Length - 1).Append('}');
            }
            else if (values.TryGetValue(name, out var value))
            {
                result.Append(JsonEncodedText.Encode(value));
            }
            else
            {
                missing.Add(name);
                result.Append(text, start, end + 1 - start);
            }

            at = end + 1;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    private static ContactFlowDiagnostic Missing(string text, string name)
    {
        var before = text.AsSpan(0, text.IndexOf("${" + name + "}"));
        return new ContactFlowDiagnostic(
            ContactFlowCodes.Placeholder,
            DiagnosticSeverity.Error,
            null,
            "",
            new JsonPosition(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n')),
            $"The placeholder ${{{name}}} has no value.",
            "Give it one, or write ${!" + name + "} for the literal text."
        );
    }
}
