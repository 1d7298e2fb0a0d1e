using System.Text.Json;
using Cxf.StatesLanguage.Protocol;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Definitions that AWS rejected are rejected with the same code, and validations have the same result.</summary>
public sealed class RecordedDefinitions
{
    [Fact]
    public Task Creations_that_AWS_rejected_are_rejected_with_the_same_code() =>
        Outcomes.CheckAsync(CorpusCase.Load("create-error", static _ => true), CreateAsync);

    [Fact]
    public Task Validation_answers_as_AWS_did() =>
        Outcomes.CheckAsync(CorpusCase.Load("validate", static _ => true), ValidateAsync);

    private static async Task<string?> ValidateAsync(CorpusCase corpusCase)
    {
        using var service = new StepFunctionsService();
        var parameters = ApiCalls.Parameters(corpusCase.Data.GetProperty("params"), corpusCase.DefinitionText, needsRole: false);
        var (answer, _, message) = await ApiCalls.CallAsync(
            new StepFunctionsProtocol(service),
            "ValidateStateMachineDefinition",
            parameters
        );
        return answer is null
            ? message
            : new Snapshot().Difference(corpusCase.Data.GetProperty("expectedResponse"), answer.Value);
    }

    private static async Task<string?> CreateAsync(CorpusCase corpusCase)
    {
        using var service = new StepFunctionsService();
        var protocol = new StepFunctionsProtocol(service);
        var operation = ApiCalls.OperationName(corpusCase.Data.GetProperty("operation").GetString()!);
        var given = corpusCase.Data.GetProperty("params");
        await PrepareAsync(protocol, corpusCase, given, operation);
        var text = corpusCase.Data.TryGetProperty("definitionText", out var definition) ? definition.GetString() : null;
        var (_, code, _) = await ApiCalls.CallAsync(
            protocol,
            operation,
            ApiCalls.Parameters(given, text, operation == "CreateStateMachine")
        );
        var error = corpusCase.Data.GetProperty("expectedError");
        var expected = ExpectedCode(error);
        return code == expected ? null : $"expected {expected}, was {code ?? "accepted"}";
    }

    /// <summary>
    /// The code of a recorded error, which may be only the text of the client's exception: <c>… (Code) when …</c>.
    /// </summary>
    private static string? ExpectedCode(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.String)
        {
            var text = error.GetString()!;
            var start = text.IndexOf('(', StringComparison.Ordinal) + 1;
            return text[start..text.IndexOf(')', start)];
        }

        return error.TryGetProperty("Error", out var composed)
            ? composed.GetProperty("Code").GetString()
            : error.GetProperty("exception_typename").GetString();
    }

    /// <summary>Creates what the recorded test had created before: the machine of the same name, or the one to update.</summary>
    private static async Task PrepareAsync(
        StepFunctionsProtocol protocol,
        CorpusCase corpusCase,
        JsonElement given,
        string operation
    )
    {
        var expected = corpusCase.Data.GetProperty("expectedError").GetRawText();
        if (operation == "UpdateStateMachine" || expected.Contains("AlreadyExists", StringComparison.Ordinal))
        {
            var name = given.TryGetProperty("name", out var own)
                ? own.GetString()!
                : given.GetProperty("stateMachineArn").GetString()!.Split(':')[6];
            const string First = """{"StartAt":"First","States":{"First":{"Type":"Pass","End":true}}}""";
            await ApiCalls.CallAsync(
                protocol,
                "CreateStateMachine",
                JsonSerializer.SerializeToElement(
                    new
                    {
                        name,
                        definition = First,
                        roleArn = "arn:aws:iam::111111111111:role/r",
                    }
                )
            );
        }
    }
}
