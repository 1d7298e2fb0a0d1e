using System.Text.Json;
using Cxf.Documents;
using Cxf.Flows.Contracts;

namespace Cxf.Flows.Tests.Contracts;

public sealed class InputContractTests
{
    [Theory]
    [InlineData("""{"type":"number"}""", "\"5\"", "5")]
    [InlineData("""{"type":"number"}""", "\"-1.5e3\"", "-1.5e3")]
    [InlineData("""{"type":"integer"}""", "\"12\"", "12")]
    [InlineData("""{"type":"boolean"}""", "\"true\"", "true")]
    [InlineData("""{"type":"boolean"}""", "false", "false")]
    [InlineData("""{"type":"string"}""", "\"5\"", "\"5\"")]
    [InlineData("{}", "\"5\"", "\"5\"")]
    public void A_text_that_is_exactly_the_literal_asked_for_becomes_it(string schema, string value, string converted)
    {
        var check = Check(schema, value);
        Assert.Empty(check.Problems);
        Assert.Equal(converted, check.Converted.GetProperty("field").GetRawText());
    }

    [Theory]
    [InlineData("""{"type":"number"}""", "\"05\"")]
    [InlineData("""{"type":"number"}""", "\" 5\"")]
    [InlineData("""{"type":"number"}""", "\"5 pieces\"")]
    [InlineData("""{"type":"number"}""", "\"\"")]
    [InlineData("""{"type":"number"}""", "true")]
    [InlineData("""{"type":"integer"}""", "\"1.5\"")]
    [InlineData("""{"type":"boolean"}""", "\"yes\"")]
    [InlineData("""{"type":"boolean"}""", "\"TRUE\"")]
    [InlineData("""{"type":"string"}""", "5")]
    [InlineData("""{"type":"string","minLength":2}""", "\"é\"")]
    [InlineData("""{"type":"string","maxLength":1}""", "\"ab\"")]
    [InlineData("""{"type":"string","pattern":"^[0-9]$"}""", "\"a\"")]
    [InlineData("""{"type":"string","pattern":"^[0-9]$"}""", "\"5\\n\"")]
    [InlineData("""{"type":"string","pattern":"^\\d$"}""", "\"\u0665\"")]
    [InlineData("""{"type":"integer","minimum":3}""", "2")]
    [InlineData("""{"type":"integer","maximum":3}""", "\"4\"")]
    [InlineData("""{"enum":["lead"]}""", "\"order\"")]
    [InlineData("""{"const":5}""", "6")]
    [InlineData("""{"type":"object"}""", "\"text\"")]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "[1]")]
    [InlineData("""{"type":"object","required":["x"],"properties":{"x":{}}}""", "{}")]
    public void A_value_that_breaks_the_contract_is_refused_by_its_field(string schema, string value)
    {
        var problem = Assert.Single(Check(schema, value).Problems);
        Assert.StartsWith("payload.field", problem.Field);
    }

    [Fact]
    public void Length_counts_characters_as_people_do() =>
        Assert.Empty(Check("""{"type":"string","maxLength":1}""", "\"\\ud83d\\ude00\"").Problems);

    [Fact]
    public void Every_problem_is_named_and_no_value_is_shown()
    {
        var contract = ContractReader.Parse(
            """
            {"type":"object","properties":{"a":{"type":"number"},"b":{"enum":["x"]}},"required":["a","c"],
             "additionalProperties":false}
            """
        );
        var check = contract.Check(JsonElement.Parse("""{"a":"secret one","b":"secret two","d":"secret three"}"""));
        Assert.Equal(["payload.c", "payload.a", "payload.b", "payload.d"], check.Problems.Select(problem => problem.Field));
        Assert.DoesNotContain("secret", string.Join(';', check.Problems));
    }

    [Fact]
    public void What_nests_too_deep_is_refused_and_not_walked()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"a":""", 50)) + "1" + new string('}', 50);
        Assert.Contains(
            InputContract.Open.Check(JsonElement.Parse(deep)).Problems,
            problem => problem.Message.Contains("deeper")
        );
    }

    [Fact]
    public void Sensitive_fields_are_found_at_any_depth()
    {
        var contract = ContractReader.Parse(
            """
            {"properties":{"name":{"sensitive":true},"cards":{"type":"array",
             "items":{"properties":{"number":{"sensitive":true}}}}}}
            """
        );
        Assert.Equal(["/name", "/cards/*/number"], contract.SensitiveFields());
    }

    private static PayloadCheck Check(string schema, string value) =>
        ContractReader
            .Parse($$"""{"properties":{"field":{{schema}} } }""")
            .Check(JsonElement.Parse($$"""{"field":{{value}} }"""));

    [Fact]
    public void Sensitive_fields_are_known_by_location_and_by_name()
    {
        var contract = ContractReader.Parse(
            """
            {"type":"object","properties":{"name":{"sensitive":true},"people":{"type":"array","items":{"type":"object",
             "properties":{"born":{"sensitive":true}}}},"notes":{"type":"array","items":{"sensitive":true}},"n":{}}}
            """
        );
        Assert.Equal(["/name", "/people/*/born", "/notes/*"], contract.SensitiveFields());
        Assert.Equal(["name", "born", "notes"], contract.SensitiveNames());
    }

    [Theory]
    [InlineData(@"^[0-9]+\$/", "12$/", true)]
    [InlineData(@"^\\\$/", @"\$/", true)]
    [InlineData(@"^a\\$/", "", false)]
    [InlineData("/^a$/", "", false)]
    public void Slashes_are_refused_only_where_they_are_those_of_JavaScript(string pattern, string text, bool isPattern)
    {
        var field = $$"""{"type":"string","pattern":{{JsonSerializer.Serialize(pattern)}} }""";
        var reader = new JsonDocumentReader(JsonSource.Parse($$"""{"properties":{"field":{{field}} } }"""), FlowCodes.Shape);
        var contract = ContractReader.Read(reader.Root);

        Assert.Equal(isPattern, !reader.HasErrors);
        Assert.Empty(contract.Check(JsonElement.Parse($$"""{"field":{{JsonSerializer.Serialize(text)}} }""")).Problems);
    }

    [Theory]
    [InlineData("""{"sensitive":true,"properties":{"name":{},"home":{"properties":{"street":{}}}}}""", "name,home,street")]
    [InlineData("""{"properties":{"who":{"sensitive":true,"properties":{"email":{}}},"n":{}}}""", "who,email")]
    [InlineData("""{"properties":{"who":{"sensitive":true,"items":{"properties":{"email":{}}}}}}""", "who,email")]
    [InlineData("""{"properties":{"a*":{"sensitive":true},"b/c":{"items":{"items":{"sensitive":true}}}}}""", "a*,b/c")]
    public void What_is_inside_a_sensitive_field_is_sensitive(string contract, string names) =>
        Assert.Equal(names.Split(','), ContractReader.Parse(contract).SensitiveNames());

    [Fact]
    public void A_message_about_a_sensitive_field_repeats_nothing_of_its_value()
    {
        var contract = ContractReader.Parse(
            """
            {"type":"object","properties":{
              "pin":{"type":"string","pattern":"^[0-9]{4}$","maxLength":4,"sensitive":true},
              "kind":{"enum":["a","b"],"sensitive":true},
              "age":{"type":"integer","maximum":120,"sensitive":true},
              "person":{"type":"object","sensitive":true,"additionalProperties":false,"properties":{"home":{"type":"object",
               "additionalProperties":false}}}}}
            """
        );
        var check = contract.Check(
            JsonElement.Parse("""{"pin":"secret-1","kind":"secret-2","age":9997,"person":{"secret-3":1,"home":{"secret-4":1}}}""")
        );
        Assert.Equal(6, check.Problems.Count);
        Assert.All(check.Problems, problem => Assert.DoesNotMatch("secret|9997", problem.ToString()));
        Assert.Contains(
            check.Problems,
            problem => problem.ToString() == "payload.person.home has a field that this flow does not know"
        );
    }
}
