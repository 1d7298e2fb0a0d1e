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
            .FirstOrDefault(known => IsCalled(known, functionArn));
        if (function.ValueKind == JsonValueKind.Undefined)
        {
            throw LambdaErrors.FunctionNotFound(functionArn);
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
            case "constant":
                return Answer(Encoding.UTF8.GetBytes(Constant(function.GetProperty("does").GetString()!)));
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

    /// <summary>Whether a call names the function: by its ARN or its name, with or without a version.</summary>
    private static bool IsCalled(JsonElement function, string called)
    {
        var name = function.GetProperty("functionName").GetString()!;
        var arn = function.GetProperty("arn").GetString()!;
        return called == name
            || called == arn
            || called.StartsWith($"{name}:", StringComparison.Ordinal)
            || called.StartsWith($"{arn}:", StringComparison.Ordinal)
            || (called.Split(':') is [.., "function", var last] && last == name);
    }

    /// <summary>The JSON value that a description of a constant function contains: <c>returns the constant {…}</c>.</summary>
    private static string Constant(string description)
    {
        for (var start = 0; start < description.Length; start++)
        {
            for (var end = description.Length; end > start && description[start] is '{' or '[' or '"'; end--)
            {
                if (IsJson(description[start..end]))
                {
                    return description[start..end];
                }
            }
        }

        return description.Split(' ').Last(IsJson);
    }

    private static bool IsJson(string text)
    {
        try
        {
            JsonElement.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
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
