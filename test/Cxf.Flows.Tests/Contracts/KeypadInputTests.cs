using Cxf.Flows.Contracts;

namespace Cxf.Flows.Tests.Contracts;

public sealed class KeypadInputTests
{
    [Theory]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{4}$" }""", 4, 4)]
    [InlineData("""{ "type": "string", "pattern": "^\\d{4,6}$" }""", 4, 6)]
    [InlineData("""{ "type": "string", "pattern": "^[1-9][0-9]*$", "maxLength": 9 }""", 1, 9)]
    [InlineData("""{ "type": "string", "pattern": "^(?:\\d{5}|\\d{9})$" }""", 5, 9)]
    [InlineData("""{ "type": "string", "pattern": "^(?!0)\\d{8}$" }""", 8, 8)]
    [InlineData("""{ "type": "string", "pattern": "^\\d+$" }""", 1, 20)]
    [InlineData("""{ "type": "string", "pattern": "^\\d*$", "minLength": 3 }""", 3, 20)]
    [InlineData("""{ "type": "integer", "minimum": 1, "maximum": 100000 }""", 1, 6)]
    [InlineData("""{ "type": "integer", "minimum": 10000000, "maximum": 99999999 }""", 8, 8)]
    [InlineData("""{ "type": "number", "minimum": 999.5, "maximum": 9999.5 }""", 4, 4)]
    [InlineData("""{ "type": "integer", "minimum": -5, "maximum": 5 }""", 1, 1)]
    [InlineData("""{ "type": "number" }""", 1, 20)]
    public void There_are_as_many_digits_as_the_contract_allows(string schema, int min, int max) =>
        Assert.Equal(new KeypadInput.Digits(min, max), KeypadInput.For(Schema(schema)));

    [Theory]
    [InlineData("""{ "enum": ["a", "b"] }""", 2)]
    [InlineData("""{ "enum": [1, 2, 3] }""", 3)]
    [InlineData("""{ "type": "boolean" }""", 2)]
    [InlineData("""{ "enum": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] }""", 10)]
    public void A_few_values_are_a_menu(string schema, int options) =>
        Assert.Equal(options, Assert.IsType<KeypadInput.Menu>(KeypadInput.For(Schema(schema))).Values.Count);

    [Theory]
    [InlineData("""{ "type": "string" }""")]
    [InlineData("""{ "type": "string", "pattern": "[0-9]{4}" }""")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{4}" }""")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9]{4}$|x" }""")]
    [InlineData("""{ "type": "string", "pattern": "^[0-9*#]$" }""")]
    [InlineData("""{ "type": "string", "pattern": "^O-[0-9]+$" }""")]
    [InlineData("""{ "type": "string", "pattern": "^\\d{9}$", "maxLength": 8 }""")]
    [InlineData("""{ "type": "integer", "maximum": -5 }""")]
    [InlineData("""{ "type": "number", "minimum": 0.3, "maximum": 0.7 }""")]
    [InlineData("""{ "type": "array" }""")]
    [InlineData("""{ "type": "object" }""")]
    [InlineData("""{ "enum": [{ "a": 1 }, { "a": 2 }] }""")]
    [InlineData("""{ "enum": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }""")]
    [InlineData("""{ "const": "only" }""")]
    public void Other_values_cannot_be_entered(string schema) => Assert.Null(KeypadInput.For(Schema(schema)));

    private static ContractSchema Schema(string field) =>
        ContractReader.Parse($$"""{ "type": "object", "properties": { "value": {{field}} } }""").Schema.Properties["value"];
}
