using System.Text.Json;
using System.Text.RegularExpressions;
using Cxf.Documents;
using Cxf.Flows.Contracts;

namespace Cxf.Local.ConnectExport;

/// <summary>A field of the payload that the contract requires, and how the contact flow gets its value.</summary>
/// <param name="Name">The field.</param>
/// <param name="Schema">What it must look like.</param>
/// <param name="Number">Its place among the required fields, from 1.</param>
internal sealed partial record RequiredField(string Name, ContractSchema Schema, int Number)
{
    /// <summary>A key that the caller pressed is what a field of this name is for.</summary>
    public const string KeyPressed = "userInput";

    /// <summary>The only value that is allowed, as text; null if there are several. It is sent without a question.</summary>
    public string? OnlyValue => Schema.Allowed is [var only] ? only.AsText() : null;

    /// <summary>How a caller enters it; null if keys cannot express it: then the contact needs an attribute.</summary>
    public KeypadInput? Input => OnlyValue is null ? KeypadInput.For(Schema) : null;

    /// <summary>
    /// The flow attribute with the entered value: a reference with a dot reads only a simple name. For another name it begins
    /// with an underscore, as no simple name does.
    /// </summary>
    public string FlowAttribute => AttributeName().IsMatch(Name) ? Name : $"_{Number}";

    /// <summary>A reference to the entered value.</summary>
    public string Entered => "$.FlowAttributes." + FlowAttribute;

    /// <summary>A reference to the contact's attribute with the value.</summary>
    public string ContactAttribute => AttributeName().IsMatch(Name) ? $"$.Attributes.{Name}" : $"$.Attributes['{Name}']";

    /// <summary>What the caller is asked for, as a sentence: the description, the title, or the name.</summary>
    public string Prompt => Sentence(FirstOf(Schema.Description, Schema.Title, $"Please enter the {Words(Name)}"));

    /// <summary>What the contract requires, except the key of the menu.</summary>
    public static IReadOnlyList<RequiredField> Of(ContractSchema contract) =>
        [
            .. contract
                .Required.Distinct()
                .Where(name => name != KeyPressed)
                .Select(
                    (name, index) =>
                        new RequiredField(name, contract.Properties.GetValueOrDefault(name) ?? ContractSchema.Anything, index + 1)
                ),
        ];

    /// <summary>A value as a person says it.</summary>
    public static string Spoken(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            _ => Words(value.AsText()),
        };

    /// <summary>A text that ends as a sentence does.</summary>
    public static string Sentence(string text) =>
        text.TrimEnd() is var trimmed && trimmed.EndsWith('.') || trimmed.EndsWith('?') ? trimmed : trimmed + ".";

    private static string FirstOf(params string[] texts) => texts.First(text => text.Trim().Length > 0);

    // An identifier as words: orderNumber and order_number are "order number".
    private static string Words(string name) =>
        WordStart().Replace(name, " $0").Replace('_', ' ').Replace('-', ' ').ToLowerInvariant().Trim();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex AttributeName();

    [GeneratedRegex("(?<=[a-z])[A-Z]", RegexOptions.CultureInvariant)]
    private static partial Regex WordStart();
}
