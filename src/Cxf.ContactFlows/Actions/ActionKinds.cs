using System.Collections.Frozen;
using Cxf.ContactFlows.Simulation;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// The action types of the flow language. https://docs.aws.amazon.com/connect/latest/APIReference/flow-language-actions.html
/// (UntagContact and UpdateContactRoutingCriteria by the names that the service takes, not those of the reference).
/// </summary>
internal static class ActionKinds
{
    private static readonly FrozenDictionary<string, ActionKind> ByType = All().ToFrozenDictionary(kind => kind.Type);

    /// <summary>All types with their support.</summary>
    public static IReadOnlyDictionary<string, ActionSupport> Support { get; } =
        ByType.ToFrozenDictionary(kind => kind.Key, kind => kind.Value.Support);

    /// <summary>The kind of that name; null where the flow language has none.</summary>
    public static ActionKind? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>
    /// The type that a misspelt name most probably means, by case or by a name of the reference that the service refuses.
    /// </summary>
    public static string? Nearest(string type) =>
        type switch
        {
            "UpdateRoutingCriteria" => "UpdateContactRoutingCriteria",
            "SetVoice" => "UpdateContactTextToSpeechVoice",
            "CheckAttribute" or "CheckContactAttributes" => "Compare",
            "TransferToQueue" => "TransferContactToQueue",
            "StoreUserInput" or "GetUserInput" => "GetParticipantInput",
            "PlayPrompt" => "MessageParticipant",
            "InvokeExternalResource" => "InvokeLambdaFunction",
            "Disconnect" => "DisconnectParticipant",
            _ => ByType.Keys.FirstOrDefault(name => name.Equals(type, StringComparison.OrdinalIgnoreCase)),
        };

    private static IEnumerable<ActionKind> All() =>
        [
            new CheckHoursOfOperation(),
            new CheckMetricData(),
            new Compare(),
            new ConnectParticipantWithLexBot(),
            new DistributeByPercentage(),
            new EvaluateDataTableValues(),
            new GetMetricData(),
            new GetParticipantInput(),
            new InvokeFlowModule(),
            new InvokeLambdaFunction(),
            new ListDataTableValues(),
            new Loop(),
            new MessageParticipant(),
            new MessageParticipantIteratively(),
            new UpdateContactAttributes(),
            new UpdateContactMediaStreamingBehavior(),
            new UpdateContactTargetQueue(),
            new UpdateContactTextToSpeechVoice(),
            new UpdateFlowAttributes(),
            new UpdateFlowLoggingBehavior(),
            new UpsertDataTableValues(),
            new Wait(),
            new EndFlowModuleExecution(),
            new EndOfFlow("DisconnectParticipant", CallEndKind.Disconnected, "the contact flow hangs up"),
            new EndOfFlow("EndFlowExecution", CallEndKind.FlowEnded, "the contact flow ends"),
            new Transfer("DequeueContactAndTransferToQueue", "QueueId", "to the queue"),
            new Transfer("TransferContactToAgent", null, "to the agent"),
            new Transfer("TransferContactToQueue", null, "to the queue"),
            new Transfer("TransferParticipantToThirdParty", "ThirdPartyPhoneNumber", "to the number"),
            new Transfer("TransferToFlow", "ContactFlowId", "to the flow"),
            new CustomerProfileSearch("GetCalculatedAttributesForCustomerProfile", ErrorTypes.NoneFoundError, "Customer"),
            new CustomerProfileSearch("GetCase", ErrorTypes.NoneFound, "Case"),
            new CustomerProfileSearch("GetCustomerProfile", ErrorTypes.NoneFoundError, "Customer"),
            new CustomerProfileSearch("GetCustomerProfileObject", ErrorTypes.NoneFoundError, "Customer"),
            .. PassedThrough.Select(type => new PassThrough(type)),
            .. NotWalked.Select(type => new NotSimulated(type)),
        ];

    /// <summary>
    /// Settings of the contact, the queue or the recording, and things that are started beside the call: the caller hears nothing
    /// of them, and they succeed.
    /// </summary>
    private static IEnumerable<string> PassedThrough =>
        [
            "AssociateContactToCustomerProfile",
            "CompleteOutboundCall",
            "CreateCallbackContact",
            "CreateCase",
            "CreateContact",
            "CreateCustomerProfile",
            "CreatePersistentContactAssociation",
            "CreateTask",
            "CreateWisdomSession",
            "LoadContactContent",
            "RenderMessageTemplate",
            "Resume",
            "ResumeContact",
            "SendMessage",
            "StartOutboundChatContact",
            "StartOutboundEmailContact",
            "StartVoiceIdStream",
            "TagContact",
            "UntagContact",
            "UpdateCase",
            "UpdateContactCallbackNumber",
            "UpdateContactData",
            "UpdateContactEventHooks",
            "UpdateContactMediaProcessing",
            "UpdateContactRecordingAndAnalyticsBehavior",
            "UpdateContactRecordingBehavior",
            "UpdateContactRoutingBehavior",
            "UpdateContactRoutingCriteria",
            "UpdateCustomerProfile",
            "UpdatePreviousContactParticipantState",
        ];

    /// <summary>
    /// Actions whose way out depends on somebody or something that is not on this machine; the caller of the simulator can
    /// say it.
    /// </summary>
    private static IEnumerable<string> NotWalked =>
        ["AuthenticateParticipant", "CheckOutboundCallStatus", "CheckVoiceId", "ShowView"];
}
