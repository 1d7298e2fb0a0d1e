using System.Globalization;
using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>All values that a contact flow can refer to with <c>$.</c>.</summary>
internal sealed class CallData(SimulatedContact contact)
{
    /// <summary>The contact's own attributes; they are sent with every invocation.</summary>
    public SortedDictionary<string, string> Attributes { get; } = new(contact.Attributes.ToDictionary(), StringComparer.Ordinal);

    /// <summary>The flow's attributes; they are not sent by themselves.</summary>
    public SortedDictionary<string, string> FlowAttributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The answer of the latest invocation that had one. The next one replaces it.</summary>
    public JsonElement? External { get; set; }

    /// <summary>The digits that were stored last.</summary>
    public string? StoredInput { get; set; }

    public string? Voice { get; set; }

    /// <summary>The intent that a bot understood last.</summary>
    public string? Intent { get; set; }

    /// <summary>The input of the running module; null outside a module and when there is no input.</summary>
    public JsonElement? ModuleInput { get; set; }

    /// <summary>The result of the latest module.</summary>
    public JsonElement? ModuleResult { get; set; }

    /// <summary>The id of the latest asynchronous invocation.</summary>
    public string? InvocationId { get; set; }

    /// <summary>The value of a reference; null when it has no value.</summary>
    public CallValue? Find(IReadOnlyList<string> names) =>
        (string[])[.. names] switch
        {
            ["Attributes", var name] => Text(Attributes.GetValueOrDefault(name)),
            ["FlowAttributes", var name] => Text(FlowAttributes.GetValueOrDefault(name)),
            ["StoredCustomerInput"] => Text(StoredInput),
            ["ContactId"] or ["InitialContactId"] => Text(contact.ContactId),
            ["InstanceARN"] => Text(contact.InstanceArn),
            ["AwsRegion"] => Text(contact.Region),
            ["Channel"] => Text(contact.Channel),
            ["LanguageCode"] => Text(contact.LanguageCode),
            ["InitiationMethod"] => Text(contact.InitiationMethod),
            ["CustomerEndpoint", "Address"] => Text(contact.CustomerAddress),
            ["SystemEndpoint", "Address"] => Text(contact.SystemAddress),
            ["CustomerEndpoint" or "SystemEndpoint", "Type"] => Text(ConnectEvent.EndpointType),
            ["TextToSpeechVoice"] => Text(Voice),
            ["LambdaInvocation", "InvocationId"] => Text(InvocationId),
            ["Lex", "IntentName"] => Text(Intent),
            ["External", .. var rest] => Within(External, rest),
            ["Modules", "Input", .. var rest] => Within(ModuleInput, rest),
            ["Modules", "ResultData", .. var rest] => Within(ModuleResult, rest),
            _ => null,
        };

    // A name of digits is also an index of a list, as flows write it: $.External.orders.0.id.
    private static CallValue? Within(JsonElement? holder, IEnumerable<string> path)
    {
        if (holder is not { } value)
        {
            return null;
        }

        foreach (var name in path)
        {
            if ((ContactFlowJson.Member(value, name) ?? Item(value, name)) is not { } member)
            {
                return null;
            }

            value = member;
        }

        return CallValue.Of(value);
    }

    private static JsonElement? Item(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array
        && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < list.GetArrayLength()
            ? list[index]
            : null;

    private static CallValue? Text(string? text) => text is null ? null : CallValue.Of(text);
}
