using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cxf.Flows.Tests.Checks;

/// <summary>The places and fixes of what is wrong with expressions that are JSONata.</summary>
public sealed class ExpressionFixTests
{
    private const string Payload = "or start from another variable.";
    private const string Variables = "Start from a variable: $payload, $contact, $flow or a step's label.";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("'x' & rest_api_1.body", "rest_api_1.body", "Did you mean $rest_api_1?")]
    [InlineData("$.rest_api_1.body", "$.rest", "Write $rest_api_1 instead of $.rest_api_1.")]
    [InlineData("$$.payload.x", "$$.pay", "Write $payload instead of $$.payload.")]
    [InlineData("$.name.first", "$.name", "Write $payload.name for a field of the payload, " + Payload)]
    [InlineData("$.*", "$.*", Variables)]
    [InlineData("$ & 'x'", "$ & 'x'", Variables)]
    [InlineData("*", "*", Variables)]
    [InlineData("`a b`", "`a b`", Variables)]
    [InlineData("``", "``", Variables)]
    [InlineData("name", "name", "Write $payload.name for a field of the payload, 'name' for text, " + Payload)]
    [InlineData("undefined", "undefined", "Write $exists(…) to ask whether there is a value.")]
    [InlineData("1 = True", "True", "Write true.")]
    [InlineData("NULL", "NULL", "Write null.")]
    [InlineData("trim($payload.userInput)", "trim($", "Write $trim(value), with the value in the parentheses.")]
    [InlineData("shriek ($payload.userInput)", "shriek ", "Call a function as $name(value).")]
    [InlineData("`trim`($payload.userInput)", "`trim`", "Write $trim(value), with the value in the parentheses.")]
    public void Without_a_variable_at_its_start_an_expression_has_a_fix(string expression, string at, string fix) =>
        AssertOne(Message($"{{% {expression} %}}"), "CXF2103", at, fix);

    [Theory]
    [InlineData("Hello {{name}}.", "{{name}}", "Write \"{% 'Hello ' & $payload.name & '.' %}\".")]
    [InlineData("${rest_api_1.body}", "${rest", "Write \"{% $rest_api_1.body %}\".")]
    [InlineData("It's { $payload.userInput }", "{ $payload", "Write \"{% \\\"It's \\\" & $payload.userInput %}\".")]
    [InlineData("Is $payload.userInput.", "$payload.userInput.", "Write \"{% 'Is ' & $payload.userInput & '.' %}\".")]
    [InlineData("Hello {% $flow.id %}", "\"Hello", "Write \"{% 'Hello ' & $flow.id %}\".")]
    [InlineData(" {% $flow.id %}", "\" {%", "Write \"{% $flow.id %}\".")]
    [InlineData("{% $flow.id", "\"{%", "Write %} at the end of the text.")]
    [InlineData("$flow.id %}", "\"$flow", "Write {% at the start of the text.")]
    [InlineData("a %} b {% c", "\"a %}", "Start the text with {% and end it with %}; join texts inside it with &.")]
    public void Text_that_was_meant_to_be_an_expression_has_a_fix(string text, string at, string fix) =>
        AssertOne(Message(text), "CXF2104", at, fix);

    [Theory]
    [InlineData("{{name}} {{other}}", false)]
    [InlineData("${colour}", false)]
    [InlineData("{{rest_api_1.body}}", true)]
    [InlineData("${payload.userInput}", true)]
    [InlineData("$payload.userInput", true)]
    public void A_template_in_what_a_third_party_gets_is_only_meant_for_this_flow_by_its_variables(string text, bool isMeant) =>
        Assert.Equal(
            isMeant ? ["CXF2104"] : [],
            Documents
                .Problems(Documents.With("/steps/rest_api_1/body/later", JsonSerializer.Serialize(text)))
                .Select(said => said.Code)
                .Where(code => code != "CXF2106")
        );

    [Theory]
    [InlineData("'x' & $rest_api_1.id", "id", "Did you mean body.id? The answer of a call is in \"body\".")]
    [InlineData("'x' & $contact.channl", "channl", "Did you mean channel?")]
    [InlineData("'x' & $contact.customerNumber", "customerNumber", "Add \"contactFields\": [\"customerNumber\"], so that")]
    [InlineData("'x' & $contact.systemNumber", "systemNumber", "Add \"contactFields\": [\"systemNumber\"], so that")]
    [InlineData("'x' & {'body': 1}.boddy", "boddy", "Did you mean body?")]
    [InlineData("'x' & {'body': 1}.colour", "colour", "Use one of these names, or add the field: to \"select\" of the call")]
    [InlineData("'x' & {'durationMs': 1}.body", "body", "Use one of these names, or add the field: to \"select\" of the call")]
    [InlineData("'x' & $payload.userInputs", "userInputs", "Did you mean $payload.userInput? Or add the field to \"properties\"")]
    public void A_field_that_is_not_there_has_a_fix(string expression, string at, string fix) =>
        AssertOne(Message($"{{% {expression} %}}"), "CXF2110", at, fix);

    [Theory]
    [InlineData("$payload.userInput & $payload.userInput")]
    [InlineData("$exists($payload.userInput) ? 'a' : 'b'")]
    [InlineData("$payload & ''")]
    public void A_field_of_the_contract_is_known(string expression) =>
        Assert.DoesNotContain("CXF2110", Documents.Problems(Message($"{{% {expression} %}}")).Select(said => said.Code));

    [Fact]
    public void Of_an_expression_that_is_not_JSONata_fields_are_not_checked() =>
        Assert.Equal(["CXF2101"], Documents.Problems(Message("{% $payload.userInputs & %}")).Select(said => said.Code));

    [Theory]
    [InlineData("{}.a", "a %}", "The expression never has a value. There is never a field \"a\" here; it has none.")]
    [InlineData("$rest_api_1.id", "id %}", "The expression never has a value. There is never a field \"id\" here; it has status")]
    [InlineData("()", "\"{% ()", "The expression never has a value.")]
    public void An_expression_without_a_value_is_an_error_at_its_cause(string expression, string at, string message)
    {
        var said = AssertOne(Message($"{{% {expression} %}}"), "CXF2111", at, "");
        Assert.StartsWith(message, said.Message);
        Assert.NotEmpty(said.Fix);
    }

    [Theory]
    [InlineData(
        "/steps/decision_1/choices/0/when",
        "'x'",
        "true or false",
        "Compare the value with something, e.g. with \" = \"."
    )]
    [InlineData("/steps/rest_api_1/path", "true", "text", "Convert the value, or use another one.")]
    public void A_value_of_another_type_than_its_place_needs_has_a_fix(string place, string value, string need, string fix)
    {
        var said = AssertOne(Documents.With(place, $"\"{{% {value} %}}\""), "CXF2108", $"\"{{% {value} %}}\"", fix);
        Assert.StartsWith($"Here {need} is needed, but", said.Message);
    }

    [Theory]
    [InlineData("$call.body.name", "$exists($call.body.name)")]
    [InlineData("$call.body.`name`", "$exists($call.body)")]
    [InlineData("($call_2.body; $call.body.id_1)", "$exists($call.body.id_1)")]
    [InlineData("($call).body.name", "$exists($call)")]
    public void A_value_that_is_missing_after_an_error_is_asked_for_as_it_is_read(string expression, string asked)
    {
        const string Calls =
            "\"call_2\":{"
            + FlowBuilder.Call
            + ",\"next\":\"call\"},\"call\":{"
            + FlowBuilder.Call
            + ",\"onError\":{\"any\":\"say\"},\"next\":\"say\"},";
        var say = $"\"say\":{{\"kind\":\"transform\",\"assign\":{{\"x\":\"{{% {expression} %}}\"}},";
        var said = Assert.Single(
            Documents.Read(FlowBuilder.Flow(Calls + say + "\"next\":\"end\"}", "\"caller\":\"continues\",")).Diagnostics,
            one => one.Code == "CXF2114"
        );
        Assert.Equal($"Write a value for that case: {asked} ? … : ….", said.Fix);
    }

    [Fact]
    public void A_variable_that_is_used_too_early_is_set_by_the_step_that_the_fix_names()
    {
        const string steps =
            "\"all\":{\"kind\":\"parallel\",\"branches\":{\"a\":{\"start\":\"set\",\"steps\":{\"set\":{\"kind\":\"transform\","
            + "\"assign\":{\"name\":1}}}}},\"next\":\"use\"},"
            + "\"use\":{\"kind\":\"respond\",\"message\":\"{% $name & '' %}\"}";
        var said = Assert.Single(Documents.Read(FlowBuilder.Flow(steps, "\"caller\":\"continues\",")).Diagnostics);
        Assert.Equal("Use it after the step \"set\", on a path through it and in the same part of the flow.", said.Fix);
    }

    private static Cxf.Documents.Diagnostic AssertOne(string document, string code, string at, string fix)
    {
        var compact = JsonNode.Parse(document)!.ToJsonString(Plain);
        var said = Assert.Single(Documents.Read(compact).Diagnostics);
        Assert.Equal(code, said.Code);
        Assert.StartsWith(fix, said.Fix);
        Assert.StartsWith(at, compact[(said.Column - 1)..]);
        return said;
    }

    private static string Message(string text) => Documents.With("/steps/respond_1/message", JsonSerializer.Serialize(text));
}
