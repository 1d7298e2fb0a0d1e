using System.Text.Json;

namespace Cxf.Jsonata.Tests.Conformance;

/// <summary>One case of JSONata's own test suite.</summary>
public sealed class CorpusCase
{
    private readonly JsonElement _case;
    private readonly string _folder;
    private readonly Func<string, JsonElement> _dataset;

    internal CorpusCase(string name, string folder, JsonElement element, Func<string, JsonElement> dataset)
    {
        Name = name;
        _folder = folder;
        _case = element;
        _dataset = dataset;
    }

    /// <summary>Group, file and index in the file.</summary>
    public string Name { get; }

    internal string Expression =>
        _case.TryGetProperty("expr", out var text)
            ? CorpusText.Read(text)
            : File.ReadAllText(Path.Combine(_folder, _case.GetProperty("expr-file").GetString()!));

    /// <summary>The problem of the outcome, or null.</summary>
    internal string? Problem()
    {
        JsonataValue result;
        try
        {
            var expression = JsonataExpression.Compile(Expression, new JsonataOptions { Limits = Limits() });
            result = expression.Evaluate(Input(), Bindings());
        }
        catch (JsonataException error)
        {
            return ProblemWith(error);
        }

        if (_case.TryGetProperty("result", out var wanted))
        {
            return result.IsUndefined ? $"undefined instead of {wanted}" : Compare(wanted, result);
        }

        if (_case.TryGetProperty("undefinedResult", out _))
        {
            return result.IsUndefined ? null : $"{result} instead of undefined";
        }

        return $"{result} instead of an error";
    }

    /// <summary>A contradiction between type inference and the evaluation, or null.</summary>
    internal string? TypingProblem()
    {
        JsonataExpression expression;
        JsonataValue result;
        try
        {
            expression = JsonataExpression.Compile(Expression, new JsonataOptions { Limits = Limits() });
            result = expression.Evaluate(Input(), Bindings());
        }
        catch (JsonataException)
        {
            return null;
        }

        var shapes = new Dictionary<string, JsonataShape>();
        if (_case.TryGetProperty("bindings", out var given))
        {
            foreach (var binding in given.EnumerateObject())
            {
                shapes[binding.Name] = ShapeOf(binding.Value);
            }
        }

        var typing = expression.InferTypes(shapes);
        var failing = typing.Conflicts.FirstOrDefault(conflict => conflict.Kind == JsonataConflictKind.AlwaysFails);
        return failing is not null ? $"is reported to fail at {failing.Position}: {failing.Message}"
            : !typing.Result.CanBe((JsonataKinds)(1 << (int)result.Kind)) ? $"is {result.Kind}, not {typing.Result.Kinds}"
            : null;
    }

    private static JsonataShape ShapeOf(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => JsonataShape.Closed(
                value.EnumerateObject().ToDictionary(member => member.Name, member => ShapeOf(member.Value))
            ),
            JsonValueKind.Array when value.GetArrayLength() == 0 => JsonataShape.SomeArray,
            JsonValueKind.Array => JsonataShape.SomeArray with
            {
                Items = value.EnumerateArray().Select(ShapeOf).Aggregate((one, other) => one.Or(other)),
            },
            JsonValueKind.String => JsonataShape.Text,
            JsonValueKind.Number => JsonataShape.Number,
            JsonValueKind.Null => JsonataShape.Null,
            _ => JsonataShape.Boolean,
        };

    private string? ProblemWith(JsonataException error)
    {
        if (_case.TryGetProperty("code", out var code))
        {
            var tokenIsRight = !_case.TryGetProperty("token", out var token) || token.GetString() == error.Token;
            return code.GetString() == error.Code && tokenIsRight ? null : $"{error.Code} at '{error.Token}': {error.Message}";
        }

        if (!_case.TryGetProperty("error", out var members))
        {
            return $"{error.Code}: {error.Message}";
        }

        foreach (var member in members.EnumerateObject())
        {
            var actual = member.Name switch
            {
                "code" => error.Code,
                "token" or "functionName" => error.Token,
                "message" => error.Message,
                "position" => JsonataValue.From(error.Position).ToString(),
                "value" => error.Value.TryGetString(out var text) ? text : error.Value.ToString(),
                _ => null,
            };
            var expected =
                member.Value.ValueKind == JsonValueKind.String ? CorpusText.Read(member.Value) : member.Value.ToString();
            if (actual is not null && actual != expected)
            {
                return $"{member.Name} is '{actual}', not '{expected}'";
            }
        }

        return null;
    }

    private string? Compare(JsonElement wanted, JsonataValue result)
    {
        var unordered = _case.TryGetProperty("unordered", out var flag) && flag.GetBoolean();
        var expected = JsonataValue.From(wanted);
        // Functions and missing items have no JSON form, so the printed result is compared.
        var actual = JsonataValue.Parse(result.ToString());
        if (unordered)
        {
            expected = Sorted(expected);
            actual = Sorted(actual);
        }

        return expected.Equals(actual) ? null : $"{actual} instead of {expected}";
    }

    private static JsonataValue Sorted(JsonataValue array) =>
        JsonataValue.FromArray(array.EnumerateArray().OrderBy(item => item.ToString(), StringComparer.Ordinal));

    private JsonataLimits Limits() =>
        _case.TryGetProperty("timelimit", out var time)
            ? new JsonataLimits
            {
                Time = TimeSpan.FromMilliseconds(time.GetDouble()),
                Depth = _case.GetProperty("depth").GetInt32(),
            }
            : JsonataLimits.Default;

    private JsonataValue Input()
    {
        if (_case.TryGetProperty("data", out var data))
        {
            return JsonataValue.From(data);
        }

        return _case.TryGetProperty("dataset", out var dataset) && dataset.ValueKind == JsonValueKind.String
            ? JsonataValue.From(_dataset(dataset.GetString()!))
            : JsonataValue.Undefined;
    }

    private JsonataBindings Bindings()
    {
        var bindings = new JsonataBindings();
        if (_case.TryGetProperty("bindings", out var given))
        {
            foreach (var binding in given.EnumerateObject())
            {
                bindings[binding.Name] = JsonataValue.From(binding.Value);
            }
        }

        return bindings;
    }
}
