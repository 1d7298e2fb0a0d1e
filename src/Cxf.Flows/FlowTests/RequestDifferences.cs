using System.Text.Json;
using Cxf.ApiCalls.Answers;
using Cxf.Documents;

namespace Cxf.Flows.FlowTests;

/// <summary>Compares what a step's calls sent with what they must send, down to the member that differs.</summary>
internal static class RequestDifferences
{
    /// <summary>What differs in their number.</summary>
    public static IEnumerable<FlowTestDifference> OfNumber(ExpectedRequests expected, FlowTrace trace)
    {
        var sent = SentBy(expected.Label, trace).Count;
        return sent == expected.Requests.Count
            ? []
            : [new($"requests.{expected.Label}", Count(expected.Requests.Count), Count(sent), expected.Pointer)];
    }

    /// <summary>What differs in each of those that were sent.</summary>
    public static IEnumerable<FlowTestDifference> OfSent(ExpectedRequests expected, FlowTrace trace) =>
        Of(expected, SentBy(expected.Label, trace));

    private static List<JsonElement> SentBy(string label, FlowTrace trace) => [.. trace.Calls[label].Select(SentRequest.Of)];

    private static IEnumerable<FlowTestDifference> Of(ExpectedRequests expected, List<JsonElement> sent) =>
        from pair in expected.Requests.Zip(sent).Index()
        from member in pair.Item.First.EnumerateObject()
        from difference in Compare(
            $"requests.{expected.Label}[{pair.Index}].{member.Name}",
            JsonPointer.Append(JsonPointer.Append(expected.Pointer, pair.Index), member.Name),
            member.Value,
            MemberOf(pair.Item.Second, member.Name)
        )
        select difference;

    /// <summary>
    /// Objects are compared member by member and lists of one length item by item: a whole body would hide what differs in it.
    /// </summary>
    private static IEnumerable<FlowTestDifference> Compare(
        string what,
        string pointer,
        JsonElement expected,
        JsonElement? sent
    ) =>
        sent is { } there && JsonElement.DeepEquals(expected, there)
            ? []
            : (expected.ValueKind, sent?.ValueKind) switch
            {
                (JsonValueKind.Object, JsonValueKind.Object) => CompareMembers(what, pointer, expected, sent.Value),
                (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == sent.Value.GetArrayLength() =>
                    expected
                        .EnumerateArray()
                        .Zip(sent.Value.EnumerateArray())
                        .Index()
                        .SelectMany(pair =>
                            Compare(
                                $"{what}[{pair.Index}]",
                                JsonPointer.Append(pointer, pair.Index),
                                pair.Item.First,
                                pair.Item.Second
                            )
                        ),
                _ =>
                [
                    new FlowTestDifference(
                        what,
                        Text(expected),
                        sent is { } other ? Text(other) : FlowTestDifferences.Nothing,
                        pointer
                    ),
                ],
            };

    private static IEnumerable<FlowTestDifference> CompareMembers(
        string what,
        string pointer,
        JsonElement expected,
        JsonElement sent
    ) =>
        expected
            .EnumerateObject()
            .SelectMany(member =>
                Compare(
                    $"{what}.{member.Name}",
                    JsonPointer.Append(pointer, member.Name),
                    member.Value,
                    MemberOf(sent, member.Name)
                )
            )
            .Concat(
                sent.EnumerateObject()
                    .Where(member => MemberOf(expected, member.Name) is null)
                    .Select(member => new FlowTestDifference(
                        $"{what}.{member.Name}",
                        FlowTestDifferences.Nothing,
                        Text(member.Value),
                        pointer
                    ))
            );

    private static JsonElement? MemberOf(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value : null;

    /// <summary>A value on one line, however the document writes it.</summary>
    private static string Text(JsonElement value) => JsonOutput.Text(value.WriteTo, ApiCallAnswer.WriterOptions);

    private static string Count(int number) => number == 1 ? "1 request" : $"{number} requests";
}
