using System.Globalization;
using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>What is a flow's own: a module has its own, and the caller's comes back after it.</summary>
internal sealed record FlowScope(
    JsonElement? External,
    JsonElement? ModuleInput,
    IReadOnlyDictionary<string, string> FlowAttributes
);

/// <summary>Where a loop is.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Element">The element of the list that the loop goes over; null when it only counts.</param>
internal sealed record LoopPosition(int Index, JsonElement? Element);

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

    /// <summary>The scope of the flow that invokes a module.</summary>
    public FlowScope EnterModule() => new(External, ModuleInput, FlowAttributes.ToDictionary());

    /// <summary>A module starts without an answer of a function and without flow attributes.</summary>
    public void HideFromModule()
    {
        External = null;
        FlowAttributes.Clear();
    }

    /// <summary>The module ends: the flow that invoked it goes on with what is its own.</summary>
    public void LeaveModule(FlowScope scope)
    {
        (External, ModuleInput) = (scope.External, scope.ModuleInput);
        FlowAttributes.Clear();
        foreach (var (name, value) in scope.FlowAttributes)
        {
            FlowAttributes[name] = value;
        }
    }

    /// <summary>The branch by which the latest module returned.</summary>
    public string? ModuleBranch { get; set; }

    /// <summary>The ARN of the working queue; null until one is set.</summary>
    public string? QueueArn { get; set; } = contact.QueueArn;

    /// <summary>
    /// The name of the working queue. A contact flow holds only the ARN, so the last part of it is the name that is known here.
    /// </summary>
    public string? QueueName => QueueArn is { } arn ? contact.QueueName ?? arn[(arn.LastIndexOf('/') + 1)..] : null;

    /// <summary>Whether the customer's audio is being streamed.</summary>
    public bool IsStreaming { get; set; }

    /// <summary>The loops that are under way, by name.</summary>
    public Dictionary<string, LoopPosition> Loops { get; } = new(StringComparer.Ordinal);

    /// <summary>Values that the caller of the simulator gives, by reference; they go before all others.</summary>
    public required IReadOnlyDictionary<string, string> Given { get; init; }

    /// <summary>The value of a reference; null when it has no value.</summary>
    public CallValue? Find(IReadOnlyList<string> names) =>
        Given.TryGetValue("$." + string.Join('.', names), out var given) ? Text(given) : Known(names);

    private CallValue? Known(IReadOnlyList<string> names) =>
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
            ["PreviousContactId"] => Text(contact.PreviousContactId ?? contact.ContactId),
            ["TextToSpeechVoice" or "TextToSpeechVoiceId"] => Text(Voice ?? SimulatedContact.DefaultVoice),
            ["Queue", "ARN"] => Text(QueueArn),
            ["Queue", "Name"] => Text(QueueName),
            ["SegmentAttributes", "connect:Subtype"] => Text(ConnectEvent.Subtype),
            ["Tags", "aws:connect:instanceId"] => Text(ConnectEvent.InstanceId(contact)),
            ["MediaStreams", "Customer", "Audio", var name] => Text(IsStreaming ? MediaStream(name) : null),
            ["Loop", var loop, "Index"] => Text(Loops.GetValueOrDefault(loop)?.Index.ToString(CultureInfo.InvariantCulture)),
            ["Loop", var loop, "Element", .. var rest] => Within(Loops.GetValueOrDefault(loop)?.Element, rest),
            ["LambdaInvocation", "ResultData", .. var rest] => Within(External, rest),
            ["Modules", "Result"] => Text(ModuleBranch),
            ["LambdaInvocation", "InvocationId"] => Text(InvocationId),
            ["Lex", "IntentName"] => Text(Intent),
            ["External", .. var rest] => Within(External, rest),
            ["Modules", "Input", .. var rest] => Within(ModuleInput, rest),
            ["Modules", "ResultData", .. var rest] => Within(ModuleResult, rest),
            _ => null,
        };

    private string? MediaStream(string name) =>
        name switch
        {
            "StreamARN" => $"arn:aws:kinesisvideo:{contact.Region}:111122223333:stream/{contact.ContactId}/1",
            "StartTimestamp" => "1",
            "StartFragmentNumber" => "1",
            _ => null,
        };

    // A name of digits is also an index of a list, as flows write it: $.External.orders.0.id.
    /// <summary>The list that a reference leads to; null where it leads to something else.</summary>
    public JsonElement? FindList(IReadOnlyList<string> names) =>
        (string[])[.. names] switch
        {
            ["External", .. var rest] => List(External, rest),
            ["LambdaInvocation", "ResultData", .. var rest] => List(External, rest),
            ["Modules", "Input", .. var rest] => List(ModuleInput, rest),
            ["Modules", "ResultData", .. var rest] => List(ModuleResult, rest),
            ["Loop", var loop, "Element", .. var rest] => List(Loops.GetValueOrDefault(loop)?.Element, rest),
            _ => null,
        };

    private static JsonElement? List(JsonElement? holder, IEnumerable<string> path) =>
        Element(holder, path) is { ValueKind: JsonValueKind.Array } list ? list : null;

    private static CallValue? Within(JsonElement? holder, IEnumerable<string> path) =>
        Element(holder, path) is { } element ? CallValue.Of(element) : null;

    private static JsonElement? Element(JsonElement? holder, IEnumerable<string> path)
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

        return value;
    }

    private static JsonElement? Item(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array
        && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < list.GetArrayLength()
            ? list[index]
            : null;

    private static CallValue? Text(string? text) => text is null ? null : CallValue.Of(text);
}
