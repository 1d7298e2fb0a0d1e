using System.Text;
using System.Text.Json.Nodes;
using Cxf.Flows.ApiDescriptions;
using Cxf.Flows.Checks.Descriptions;

namespace Cxf.OpenApi.Tests.Checks;

/// <summary>Sends made-up answers to an API that takes what it answers, so that the rules of requests judge them.</summary>
internal static class SentAnswers
{
    /// <summary>What contradicts the description.</summary>
    /// <param name="stored">The description.</param>
    /// <param name="seeds">How many answers are made up for each operation.</param>
    public static IEnumerable<string> Problems(ReadOnlyMemory<byte> stored, int seeds)
    {
        var api = Read(JsonNode.Parse(stored.Span)!);
        foreach (var operation in api.Operations.Values)
        {
            for (var seed = 0; seed < seeds; seed++)
            {
                var choices = seed == 0 ? ExampleChoices.Plain : ExampleChoices.Seeded(seed, 0, operation.Id);
                var answer = ExampleAnswer.Of(operation, choices);
                if (answer.Type is not null && ApiBody.IsJson(answer.Type))
                {
                    var body = SentBody.Read("application/json", Encoding.UTF8.GetBytes(answer.Body.GetRawText()));
                    foreach (
                        var problem in SentRequest
                            .Check(api, "POST", operation.Path, [], new Dictionary<string, string>(), body)
                            .Problems
                    )
                    {
                        yield return $"{operation.Id}: {problem.Message}";
                    }
                }
            }
        }
    }

    // Each operation takes what it answers when it succeeds.
    private static ApiDescription Read(JsonNode description)
    {
        var operations = description["operations"]!.AsObject();
        foreach (var (index, operation) in operations.Select(one => one.Value!.AsObject()).Index().ToList())
        {
            var good = operation["answers"]!.AsObject().FirstOrDefault(answer => answer.Key.StartsWith('2'));
            var schema = good.Value?["schema"];
            operation["answers"] = good.Value is null ? new JsonObject() : new JsonObject { ["200"] = good.Value.DeepClone() };
            operation["body"] = new JsonObject
            {
                ["content"] = new JsonObject { ["application/json"] = schema?.DeepClone() ?? new JsonObject() },
            };
            (operation["method"], operation["path"], operation["parameters"]) = ("POST", $"/{index}", new JsonArray());
        }

        return ApiDescription.Read(Encoding.UTF8.GetBytes(description.ToJsonString()), out _)!;
    }
}
