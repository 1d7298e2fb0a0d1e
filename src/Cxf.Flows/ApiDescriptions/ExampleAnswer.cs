using System.Buffers;
using System.Text.Json;

namespace Cxf.Flows.ApiDescriptions;

/// <summary>An answer that a description allows: of its examples, or made up.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; null if it has none.</param>
public sealed record ExampleAnswer(int Status, JsonElement Body)
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    /// <summary>The content type of the body; null if the answer has none.</summary>
    public string? Type { get; private init; }

    /// <summary>Makes up the answer of a call that succeeds.</summary>
    public static ExampleAnswer Of(ApiOperation operation, ExampleChoices choices)
    {
        var good = operation.GoodAnswers.ToList();
        if (good.Count == 0)
        {
            return new ExampleAnswer(200, Null);
        }

        var answer = good[choices.Next(good.Count)];
        var status = answer.Number ?? 200;
        if (answer.Schema is not { } schema || answer.Type is null || !ApiBody.IsJson(answer.Type))
        {
            return new ExampleAnswer(
                status,
                answer.Type is null || ApiBody.IsJson(answer.Type) ? Null : JsonElement.Parse("\"text\"")
            )
            {
                Type = answer.Type,
            };
        }

        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            new ExampleWriter(json, choices, operation.Description.ListsRequired).Write(schema);
        }

        return new ExampleAnswer(status, JsonElement.Parse(written.WrittenSpan)) { Type = answer.Type };
    }
}
