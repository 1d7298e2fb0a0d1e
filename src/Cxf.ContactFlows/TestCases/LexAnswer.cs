using System.Text.Json;
using Cxf.Documents;

namespace Cxf.ContactFlows.TestCases;

/// <summary>
/// What a mocked bot answers. The reference calls it serialized JSON without saying of what; both an answer of Lex and the
/// members of <c>$.Lex</c> are taken.
/// </summary>
internal static class LexAnswer
{
    /// <summary>The answer as a caller script says it; null where it has no intent.</summary>
    public static string? Read(string json)
    {
        if (JsonSource.Parse(json) is not { SyntaxProblem: null } source)
        {
            return null;
        }

        var state = ContactFlowJson.Member(source.Root, "sessionState") ?? default;
        var intent = ContactFlowJson.Member(state, "intent") ?? default;
        if ((ContactFlowJson.Text(source.Root, "IntentName") ?? ContactFlowJson.Text(intent, "name")) is not { } name)
        {
            return null;
        }

        var slots = ContactFlowJson
            .Members(source.Root, "Slots")
            .Concat(ContactFlowJson.Members(intent, "slots"))
            .Select(slot => $"{slot.Name}={Value(slot.Value)}");
        var session = ContactFlowJson
            .Members(source.Root, "SessionAttributes")
            .Concat(ContactFlowJson.Members(state, "sessionAttributes"))
            .Select(attribute => $"session.{attribute.Name}={Value(attribute.Value)}");
        return string.Join(';', [name, .. slots, .. session]);
    }

    private static string? Value(JsonElement value) =>
        ContactFlowJson.Member(value, "value") is { } slot
            ? ContactFlowJson.Text(slot, "interpretedValue")
            : ContactFlowJson.Scalar(value);
}
