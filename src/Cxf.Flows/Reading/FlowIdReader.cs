using Cxf.Documents;
using Cxf.Documents.Identifiers;
using Cxf.Flows.Model;

namespace Cxf.Flows.Reading;

/// <summary>Reads the id of a flow.</summary>
internal static class FlowIdReader
{
    /// <summary>The id, or null after a report.</summary>
    public static FlowId? Read(JsonCursor member)
    {
        if (member.AsText() is not { } text)
        {
            return null;
        }

        if (FlowId.TryParse(text, out var id))
        {
            return id;
        }

        member.Report(
            FlowCodes.Identifier,
            $"A flow id must be {IdentifierRule.Description}.",
            Proposal(text) is { } proposal ? $"Write \"{proposal}\"." : "Shorten it or replace the other characters."
        );
        return null;
    }

    private static string? Proposal(string text)
    {
        var name = string.Concat(text.Select(one => char.IsAsciiLetterOrDigit(one) || one is '_' or '-' ? one : '_'));
        return FlowId.TryParse(name, out _) ? name : null;
    }
}
