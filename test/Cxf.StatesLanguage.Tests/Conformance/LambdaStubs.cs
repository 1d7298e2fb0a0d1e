using System.Text;
using System.Text.Json;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>The Lambda functions of a case, as the corpus describes them.</summary>
internal sealed class LambdaStubs(CorpusCase corpusCase, TimeProvider time) : ILambdaInvoker
{
    private const int LargeCharacters = 257 * 1024;

    private int _calls;

    public async ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var function = corpusCase
            .Data.GetProperty("lambdas")
            .EnumerateArray()
            .FirstOrDefault(known =>
                functionArn == known.GetProperty("arn").GetString()
                || functionArn.EndsWith(known.GetProperty("functionName").GetString()!, StringComparison.Ordinal)
            );
        if (function.ValueKind == JsonValueKind.Undefined)
        {
            function = corpusCase.Data.GetProperty("lambdas")[0];
        }

        switch (function.GetProperty("stub").GetString())
        {
            case "echo":
                return Answer(payload);
            case "raise" when function.GetProperty("does").GetString()!.Contains("CustomException", StringComparison.Ordinal):
                return Failure("", "CustomException", 9, "raise CustomException()");
            case "raise":
                return Failure(
                    "Some exception was raised.",
                    "Exception",
                    2,
                    "raise Exception(\\\"Some exception was raised.\\\")"
                );
            case "large-output":
                return Answer(Encoding.UTF8.GetBytes($"\"{new string('a', LargeCharacters)}\""));
            case "return-bytes":
                return Answer("\"HelloWorld!\""u8.ToArray());
            case "decorate":
                var text = Encoding.UTF8.GetString(payload.Span).Replace('"', '\'');
                return Answer(JsonSerializer.SerializeToUtf8Bytes($"input-event-{text}"));
            default:
                await Task.Delay(TimeSpan.FromSeconds(60), time, cancellationToken);
                return Answer(payload);
        }
    }

    private static LambdaResult Answer(ReadOnlyMemory<byte> payload) => new(payload, false, "$LATEST");

    // Python's json.dumps puts a space after commas and colons; a task with the function's ARN shows it.
    private LambdaResult Failure(string message, string type, int line, string code)
    {
        var id = $"00000000-0000-4000-8000-{++_calls:D12}";
        var trace = $$"""  File \"/var/task/handler.py\", line {{line}}, in handler\n    {{code}}\n""";
        var document = $$"""
            {"errorMessage": "{{message}}", "errorType": "{{type}}", "requestId": "{{id}}", "stackTrace": ["{{trace}}"]}
            """;
        return new LambdaResult(Encoding.UTF8.GetBytes(document), true, "$LATEST");
    }
}
