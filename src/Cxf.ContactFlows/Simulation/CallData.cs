using System.Globalization;
using System.Text.Json;

namespace Cxf.ContactFlows.Simulation;

/// <summary>
/// What is a flow's own: a module has its own, and the caller's comes back after it (adminguide/contact-flow-modules.html,
/// Limitations).
/// </summary>
internal sealed record FlowScope(
    JsonElement? External,
    JsonElement? ModuleInput,
    IReadOnlyDictionary<string, string> FlowAttributes,
    string? StoredInput,
    UnderstoodIntent? Lex,
    IReadOnlyDictionary<string, int>? Metrics
);

/// <summary>Where a loop is.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Elements">The list that the loop goes over; null when it only counts.</param>
internal sealed record LoopPosition(int Index, JsonElement? Elements)
{
    /// <summary>The element of this round.</summary>
    public JsonElement? Element => Elements?[Index];
}

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

    /// <summary>What a bot understood last.</summary>
    public UnderstoodIntent? Lex { get; set; }

    /// <summary>The action of a view that was taken last.</summary>
    public string? ViewAction { get; set; }

    /// <summary>The numbers of the queue that were read last; null before Get metrics.</summary>
    public IReadOnlyDictionary<string, int>? Metrics { get; set; }

    /// <summary>The data tables that this call wrote, and what it read of them.</summary>
    public DataTables Tables { get; } = new();

    /// <summary>The input of the running module; null outside a module and when there is no input.</summary>
    public JsonElement? ModuleInput { get; set; }

    /// <summary>The result of the latest module.</summary>
    public JsonElement? ModuleResult { get; set; }

    /// <summary>The id of the latest asynchronous invocation.</summary>
    public string? InvocationId { get; set; }

    /// <summary>The scope of the flow that invokes a module.</summary>
    public FlowScope EnterModule() => new(External, ModuleInput, FlowAttributes.ToDictionary(), StoredInput, Lex, Metrics);

    /// <summary>
    /// A module starts without an answer of a function or a bot, stored digits, numbers of the queue, and flow attributes.
    /// </summary>
    public void HideFromModule()
    {
        (External, StoredInput, Lex, Metrics) = (null, null, null, null);
        FlowAttributes.Clear();
    }

    /// <summary>The module ends: the flow that invoked it goes on with what is its own.</summary>
    public void LeaveModule(FlowScope scope)
    {
        (External, ModuleInput) = (scope.External, scope.ModuleInput);
        (StoredInput, Lex, Metrics) = (scope.StoredInput, scope.Lex, scope.Metrics);
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

    /// <summary>The stream of the customer's audio; null until one starts.</summary>
    public MediaStream? Stream { get; set; }

    /// <summary>The loops that are under way, by name.</summary>
    public Dictionary<string, LoopPosition> Loops { get; } = new(StringComparer.Ordinal);

    /// <summary>Values that the caller of the simulator gives, by reference; they go before all others.</summary>
    public required IReadOnlyDictionary<string, string> Given
    {
        get;
        init =>
            // A reference may be written with brackets and quotes, too.
            field = value
                .GroupBy(given => Key(Reference.Path(given.Key)))
                .ToDictionary(same => same.Key, same => same.Last().Value);
    }

    /// <summary>Whether a value below that namespace is given, such as <c>Customer</c>.</summary>
    public bool IsGiven(string name) => Given.Keys.Any(key => key.StartsWith($"$.{name}.", StringComparison.Ordinal));

    /// <summary>The value of a reference; null when it has no value.</summary>
    public CallValue? Find(IReadOnlyList<string> names) =>
        Given.TryGetValue(Key(names), out var given) ? Text(given) : Known(names);

    private static string Key(IReadOnlyList<string> names) => "$." + string.Join('.', names);

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
            ["CustomerEndpoint" or "SystemEndpoint", ..] when ConnectEvent.EndpointType(contact) is null => null,
            ["CustomerEndpoint", "Address"] => Text(contact.CustomerAddress),
            ["SystemEndpoint", "Address"] => Text(contact.SystemAddress),
            ["CustomerEndpoint" or "SystemEndpoint", "Type"] => Text(ConnectEvent.EndpointType(contact)),
            ["PreviousContactId"] => Text(contact.PreviousContactId ?? contact.ContactId),
            ["TextToSpeechVoice" or "TextToSpeechVoiceId"] => Text(Voice ?? SimulatedContact.DefaultVoice),
            ["Queue", "ARN"] => Text(QueueArn),
            ["Queue", "Name"] => Text(QueueName),
            ["SegmentAttributes", "connect:Subtype"] => Text(ConnectEvent.Subtype(contact)),
            ["SegmentAttributes", "connect:Direction"] => Text(ConnectEvent.Direction(contact)),
            ["Tags", "aws:connect:instanceId"] => Text(ConnectEvent.InstanceId(contact)),
            ["MediaStreams", "Customer", "Audio", var name] => Text(Stream?.Find(name)),
            ["Loop", var loop, "Index"] => Text(Loops.GetValueOrDefault(loop)?.Index.ToString(CultureInfo.InvariantCulture)),
            ["Loop", var loop, "Element", .. var rest] => Within(Loops.GetValueOrDefault(loop)?.Element, rest),
            ["Loop", var loop, "Elements", .. var rest] => Within(Loops.GetValueOrDefault(loop)?.Elements, rest),
            ["LambdaInvocation", "ResultData", .. var rest] => Within(External, rest),
            ["Metrics", "Queue", "ARN"] => Text(Metrics is null ? null : QueueArn),
            ["Metrics", "Queue", "Name"] => Text(Metrics is null ? null : QueueName),
            ["Metrics", .. var rest] => Text(Metric(rest)),
            ["Views", "Action"] => Text(ViewAction),
            ["DataTables", var query, var attribute] => Text(Tables.Find(query, attribute)),
            ["DataTableList", "ResultData", .. var rest] => Within(Tables.Listed, rest),
            ["Modules", "Result"] => Text(ModuleBranch),
            ["LambdaInvocation", "InvocationId"] => Text(InvocationId),
            ["Lex", .. var rest] => Text(Lex?.Find(rest)),
            ["External", .. var rest] => Within(External, rest),
            ["Modules", "Input", .. var rest] => Within(ModuleInput, rest),
            ["Modules", "ResultData", .. var rest] => Within(ModuleResult, rest),
            _ => null,
        };

    private string? Metric(string[] path) =>
        path switch
        {
            ["Queue", "Size"] => Metric("NumberOfContactsInQueue"),
            ["Queue", "OldestContactAge"] => Metric("OldestContactInQueueAgeSeconds"),
            ["Agents", var state, "Count"] => Metric($"NumberOfAgents{state}"),
            _ => null,
        };

    private string? Metric(string name) =>
        Metrics?.TryGetValue(name, out var value) == true ? value.ToString(CultureInfo.InvariantCulture) : null;

    /// <summary>The list that a reference leads to; null where it leads to something else.</summary>
    public JsonElement? FindList(IReadOnlyList<string> names) =>
        (string[])[.. names] switch
        {
            ["External", .. var rest] => List(External, rest),
            ["LambdaInvocation", "ResultData", .. var rest] => List(External, rest),
            ["Modules", "Input", .. var rest] => List(ModuleInput, rest),
            ["Modules", "ResultData", .. var rest] => List(ModuleResult, rest),
            ["Loop", var loop, "Element", .. var rest] => List(Loops.GetValueOrDefault(loop)?.Element, rest),
            ["Loop", var loop, "Elements", .. var rest] => List(Loops.GetValueOrDefault(loop)?.Elements, rest),
            ["DataTableList", "ResultData", .. var rest] => List(Tables.Listed, rest),
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

    // A name of digits is also an index of a list, as flows write it: $.External.orders.0.id.
    private static JsonElement? Item(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array
        && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < list.GetArrayLength()
            ? list[index]
            : null;

    private static CallValue? Text(string? text) => text is null ? null : CallValue.Of(text);
}
