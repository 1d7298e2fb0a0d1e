using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Cxf.Flows.Contracts;
using Cxf.Flows.Model;
using Cxf.Local.ConnectExport;
using Cxf.Local.Output;

namespace Cxf.Local.Commands;

/// <summary>The payload of a call: what the arguments say, or an example that the flow accepts.</summary>
/// <param name="Json">The payload.</param>
/// <param name="Origin">Where it is from, as part of a sentence.</param>
internal sealed record CalledPayload(JsonElement Json, string Origin)
{
    /// <summary>The option for it.</summary>
    public static Option<string?> Option { get; } =
        new("--payload")
        {
            HelpName = "JSON|@file",
            Description =
                "The payload that the contact flow sends, as JSON or in a file. Default: what the caller enters with --press; "
                + "without --press an example from the flow's tests or contract.",
            Validators = { Check },
        };

    /// <summary>The payload that the arguments say; null without one.</summary>
    public static CalledPayload? Given(ParseResult arguments) =>
        arguments.GetValue(Option) is { } text ? new CalledPayload(Parse(text), "from --payload") : null;

    /// <summary>An example for a flow; null if none could be made.</summary>
    public static CalledPayload? ExampleOf(FlowDefinition flow) =>
        PayloadExample.Of(flow) is { } example
            ? new CalledPayload(example.Json, example.Test is { } test ? $"from the test \"{test}\"" : "made from the contract")
            : null;

    /// <summary>Whether a caller who only presses the key of the menu gives the flow all that it requires.</summary>
    public static bool IsNeeded(FlowDefinition flow) => RequiredField.Of(flow.Input.Schema).Any(field => field.OnlyValue is null);

    /// <summary>One line that shows it, without personal data.</summary>
    public string Show(FlowDefinition flow) =>
        $"{new PersonalData(flow.Input.SensitiveNames()).Json(Json.GetRawText())} {Origin}.";

    /// <summary>The payload that a checked value of the option says.</summary>
    public static JsonElement Parse(string text) => JsonElement.Parse(TextOf(text));

    private static string TextOf(string text) => text.StartsWith('@') ? File.ReadAllText(text[1..]) : text;

    /// <summary>Reports a value of the option that is not a payload.</summary>
    public static void Check(OptionResult result)
    {
        var text = result.GetValueOrDefault<string>();
        if (text is ['@', .. var file] && !File.Exists(file))
        {
            result.AddError($"The file {file} of --payload does not exist.");
            return;
        }

        try
        {
            if (JsonElement.Parse(TextOf(text)).ValueKind != JsonValueKind.Object)
            {
                result.AddError("--payload takes a JSON object, such as '{\"recordType\": \"lead\"}', or @file with one.");
            }
        }
        catch (JsonException)
        {
            result.AddError(
                "--payload takes a JSON object, such as '{\"recordType\": \"lead\"}', or @file with one. The text is not valid "
                    + "JSON."
            );
        }
    }
}
