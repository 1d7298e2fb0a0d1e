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
        For(
            "The payload that the contact flow sends, as JSON or in a file. Default: what the caller enters with --press; "
                + "without --press an example from the flow's tests or contract."
        );

    /// <summary>The same option of another command.</summary>
    public static Option<string?> For(string description) =>
        new("--payload")
        {
            HelpName = "JSON|@file",
            Description = description,
            Validators = { Check },
        };

    /// <summary>The payload that the arguments say; null without one.</summary>
    public static CalledPayload? Given(ParseResult arguments) =>
        Of(arguments.GetValue(Option)) is { } json ? new CalledPayload(json, "from --payload") : null;

    /// <summary>The payload that a checked value of the option says; null without one.</summary>
    public static JsonElement? Of(string? text) => text is null ? null : JsonElement.Parse(TextOf(text));

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

    private static string TextOf(string text) => text.StartsWith('@') ? File.ReadAllText(text[1..]) : text;

    /// <summary>Reports a value of the option that is not a payload.</summary>
    private static void Check(OptionResult result)
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
