using System.Globalization;
using System.Text.Json;
using Cxf.StatesLanguage.Protocol;
using Cxf.StatesLanguage.Service;
using Microsoft.Extensions.Time.Testing;

namespace Cxf.StatesLanguage.Tests.Conformance;

/// <summary>Sequences of API calls answer as they did on AWS.</summary>
public sealed class RecordedApiScripts
{
    // Placeholders of the recording for well-formed ARNs of missing resources.
    private static readonly Dictionary<string, string> MissingArns = new(StringComparer.Ordinal)
    {
        ["sm_nonexistent_arn"] = "arn:aws:states:us-east-1:111111111111:stateMachine:no-such-machine",
        ["ssm_nonexistent_arn"] = "arn:aws:states:us-east-1:111111111111:stateMachine:neither-such-machine",
        ["invalid_execution_arn"] = "arn:aws:states:us-east-1:111111111111:execution:no-such-machine:no-such-execution",
    };

    [Fact]
    public Task Scripts_of_calls_answer_as_they_did_on_AWS() =>
        Outcomes.CheckAsync(CorpusCase.Load("api-script", static _ => true), RunAsync);

    private static async Task<string?> RunAsync(CorpusCase corpusCase)
    {
        using var service = new StepFunctionsService(new StepFunctionsOptions { TimeProvider = new FakeTimeProvider() });
        var protocol = new StepFunctionsProtocol(service);
        var script = new Script();
        foreach (var step in corpusCase.Data.GetProperty("steps").EnumerateArray())
        {
            var operation = step.GetProperty("operation").GetString()!;
            var given = step.TryGetProperty("params", out var parameters) ? parameters : JsonElement.Parse("{}");
            var (answer, code, message) = await ApiCalls.CallAsync(
                protocol,
                operation,
                script.Resolve(ApiCalls.Parameters(WithToken(given), null, needsRole: false))
            );
            if (answer is null && code == "UnknownOperationException")
            {
                return $"the operation {operation} is not part of this service";
            }

            if (script.Difference(step, answer, code, message) is { } difference)
            {
                return $"call {step.GetProperty("call")} {operation}: {difference}";
            }
        }

        return null;
    }

    /// <summary>A token that the recording masks is the token of the previous page.</summary>
    private static JsonElement WithToken(JsonElement given) =>
        given.TryGetProperty("nextToken", out var token) && token.ValueKind == JsonValueKind.Null
            ? JsonElement.Parse(given.GetRawText().Replace("null", "\"<?nextToken>\"", StringComparison.Ordinal))
            : given;

    /// <summary>The values that replace literals of the recording, and the comparison.</summary>
    private sealed class Script
    {
        private readonly Dictionary<string, string> _literals = new(MissingArns, StringComparer.Ordinal);
        private readonly Dictionary<string, string> _literalOf = new(StringComparer.Ordinal);
        private readonly Snapshot _snapshot = new();
        private string? _nextToken;

        public JsonElement Resolve(JsonElement parameters)
        {
            var text = parameters.GetRawText();
            foreach (var (literal, value) in _literals)
            {
                // In a definition, which is text within the parameters, the quotes are escaped.
                foreach (var quote in (string[])["\"", "\\\"", "\\u0022"])
                {
                    text = text.Replace(quote + literal + quote, quote + value + quote, StringComparison.Ordinal);
                }
            }

            var resolved = JsonElement.Parse(text);
            return
                resolved.TryGetProperty("nextToken", out var token)
                && token.GetString()!.StartsWith("<?", StringComparison.Ordinal)
                ? JsonElement.Parse(
                    text.Replace(token.GetRawText(), JsonSerializer.Serialize(_nextToken), StringComparison.Ordinal)
                )
                : resolved;
        }

        public string? Difference(JsonElement step, JsonElement? answer, string? code, string? message)
        {
            if (step.TryGetProperty("raises", out var raises) && raises.GetBoolean() && code is null)
            {
                return IsClientSide(step) ? null : $"expected an error, was {answer}";
            }

            if (answer is { } success)
            {
                Learn(step, success);
            }

            if (!step.TryGetProperty("expect", out var expect) || expect.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            foreach (var member in expect.EnumerateObject())
            {
                if (Compare(member.Value, answer, code, message) is { } difference)
                {
                    return $"{member.Name}: {difference}";
                }
            }

            return null;
        }

        private static bool IsClientSide(JsonElement step) =>
            step.TryGetProperty("expect", out var expect) && ApiCalls.IsClientSide(expect);

        private string? Compare(JsonElement expected, JsonElement? answer, string? code, string? message)
        {
            if (ApiCalls.IsClientSide(expected) || IsLogEntry(expected))
            {
                return null;
            }

            if (answer is { } success)
            {
                return _snapshot.Difference(expected, Comparable(success));
            }

            var actual = message!;
            foreach (var (literal, value) in MissingArns)
            {
                actual = actual.Replace(value, literal, StringComparison.Ordinal);
            }

            foreach (
                var (value, literal) in _literalOf.Where(static pair => !pair.Value.StartsWith("arn:", StringComparison.Ordinal))
            )
            {
                actual = actual.Replace(value, literal, StringComparison.Ordinal);
            }

            return ApiCalls.Difference(expected, code!, actual, _snapshot);
        }

        /// <summary>An entry of a log group; the local service keeps no logs.</summary>
        private static bool IsLogEntry(JsonElement expected) =>
            expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("event_timestamp", out _);

        private void Learn(JsonElement step, JsonElement answer)
        {
            if (step.TryGetProperty("standsFor", out var standsFor))
            {
                foreach (var member in standsFor.EnumerateObject())
                {
                    if (answer.TryGetProperty(member.Name, out var value))
                    {
                        _literals[member.Value.GetString()!] = value.GetString()!;
                        _literalOf.TryAdd(value.GetString()!, member.Value.GetString()!);
                    }
                }
            }

            if (answer.TryGetProperty("nextToken", out var token))
            {
                _nextToken = token.GetString();
            }
        }

        /// <summary>Our answer with the literals and masks of the recording.</summary>
        private JsonElement Comparable(JsonElement answer)
        {
            var text = answer.GetRawText();
            foreach (var (value, literal) in _literalOf.OrderByDescending(static pair => pair.Key.Length))
            {
                text = text.Replace($"\"{value}\"", $"\"{Published(literal)}\"", StringComparison.Ordinal);
                if (
                    value.Contains(":execution:", StringComparison.Ordinal)
                    || value.Contains(":express:", StringComparison.Ordinal)
                )
                {
                    text = text.Replace($"\"{value.Split(':')[7]}\"", $"\"{NameIn(literal)}\"", StringComparison.Ordinal);
                }
            }

            return JsonElement.Parse(text);
        }

        private static string NameIn(string literal)
        {
            var parts = literal.Split(':');
            return parts[5] == "express" ? parts[7] : parts[^1];
        }

        /// <summary>The recording prints an execution's ARN without the version or alias that its literal has.</summary>
        private static string Published(string literal)
        {
            var parts = literal.Split(':');
            return parts.Length == 9 && parts[5] == "execution"
                ? string.Create(CultureInfo.InvariantCulture, $"{string.Join(':', parts[..7])}:{parts[8]}")
                : literal;
        }
    }
}
