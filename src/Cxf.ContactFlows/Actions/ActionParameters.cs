using System.Collections.Frozen;
using static Cxf.ContactFlows.Actions.Parameter;

namespace Cxf.ContactFlows.Actions;

/// <summary>
/// The parameters of all action types: the pages below APIReference/flow-language-actions.html with the corrections of the live
/// service (mgaffigan/pulumi-amazon-connect, docs/wire-format-checks.md), the administrator guide, and exported flows.
/// </summary>
internal static class ActionParameters
{
    private const string TrueOrFalse = "Write \"true\" or \"false\".";

    private static readonly FrozenDictionary<string, Parameter[]> ByType = new Dictionary<string, Parameter[]>
    {
        ["AssociateContactToCustomerProfile"] = [Profile, Any("ProfileResponseData")],
        ["AuthenticateParticipant"] =
        [
            Object("CognitoConfiguration", Texts("UserPoolArn", "AppClientId")).Required("Name the user pool and its client."),
            Object("CustomerProfilesConfiguration", Texts("ObjectTypeName")).Required("Name the object type of the profiles."),
            Text("TimeLimitMinutes").Required("Say how long the customer has, such as \"5\"."),
        ],
        ["CheckHoursOfOperation"] = [Text("HoursOfOperationId")],
        ["CheckMetricData"] =
        [
            Text("MetricType").Required("Name the number, such as NumberOfAgentsAvailable."),
            .. Texts("QueueId", "AgentId"),
        ],
        ["CheckOutboundCallStatus"] = [],
        ["CheckVoiceId"] =
        [
            Text("CheckVoiceIdOption").Required("Write enrollmentStatus, voiceAuthentication or fraudDetection."),
        ],
        ["Compare"] = [Text("ComparisonValue").Required("Name the value to look at, such as $.External.status.")],
        ["CompleteOutboundCall"] = [CallerId, VoiceConnector, Text("ConnectionTimeLimitSeconds")],
        ["ConnectParticipantWithLexBot"] = [.. Prompts, .. Bot],
        ["CreateCallbackContact"] =
        [
            Text("InitialCallDelaySeconds").Required("Say how long to wait before the call, such as \"5\"."),
            Text("MaximumConnectionAttempts").Required("Say how often to try, such as \"1\"."),
            Text("RetryDelaySeconds").Required("Say how long to wait before the next try, such as \"600\"."),
            .. Texts("QueueId", "AgentId", "ContactFlowId"),
            CallerId,
        ],
        ["CreateCase"] =
        [
            Text("LinkContactToCase").Required(TrueOrFalse),
            Text("CaseTemplateId").Required("Name the template of the case."),
            Object("CaseRequestFields"),
        ],
        ["CreateCustomerProfile"] = [Profile, Any("ProfileResponseData")],
        ["CreatePersistentContactAssociation"] =
        [
            Text("RehydrationType").Required("Write ENTIRE_PAST_SESSION or FROM_SEGMENT."),
            Text("SourceContactId").Required("Name the contact to continue."),
        ],
        ["CreateTask"] =
        [
            Text("Name").Required("Name the task.") with
            {
                Unless = "TaskTemplateId",
            },
            Text("ContactFlowId").Required("Name the flow that the task starts.") with
            {
                Unless = "TaskTemplateId",
            },
            .. Texts("TaskTemplateId", "Description", "DelaySeconds", "ScheduledTime"),
            Object("Attributes"),
            Object("References"),
        ],
        ["CreateWisdomSession"] = [Text("WisdomAssistantArn").Required("Name the assistant by its ARN.")],
        ["DequeueContactAndTransferToQueue"] = [.. Texts("QueueId", "AgentId")],
        ["DisconnectParticipant"] = [],
        ["DistributeByPercentage"] = [],
        ["EndFlowExecution"] = [],
        ["EndFlowModuleExecution"] = [Text("Result"), Object("ResultData")],
        ["EvaluateDataTableValues"] =
        [
            DataTable,
            List(
                    "Queries",
                    Text("QueryName").Required("Name the query; $.DataTables.NAME holds its values."),
                    List("Attributes").Required("""Write ["…"], the attributes to read."""),
                    List("PrimaryValues", Text("AttributeName").Required("Name the attribute."), Any("Value").Required("Add it."))
                        .Required("""Write [{"AttributeName": "…", "Value": "…"}].""")
                )
                .Required("""Write [{"QueryName": "…", "Attributes": ["…"], "PrimaryValues": []}]."""),
        ],
        ["GetCalculatedAttributesForCustomerProfile"] = [Profile, Any("ProfileResponseData")],
        ["GetCase"] =
        [
            .. Texts("LinkContactToCase", "GetLastUpdatedCase", "CustomerId"),
            Object("CaseRequestFields"),
            List("CaseResponseFields"),
        ],
        ["GetCustomerProfile"] = [Profile, Any("ProfileResponseData")],
        ["GetCustomerProfileObject"] = [Profile, Any("ProfileResponseData")],
        ["GetMetricData"] = [.. Texts("QueueId", "AgentId", "QueueChannel")],
        ["GetParticipantInput"] =
        [
            .. Prompts,
            .. Bot,
            Text("InputTimeLimitSeconds") with
            {
                NameInReference = "InputTimeoutSeconds",
            },
            Text("StoreInput"),
            Text("EnableDTMFBuffer"),
            Object("DTMFConfiguration", Texts("InputTerminationSequence", "DisableCancelKey", "InterdigitTimeLimitSeconds")),
            Object(
                "InputValidation",
                Object("CustomValidation", Texts("MaximumLength")),
                Object("PhoneNumberValidation", Texts("NumberFormat", "CountryCode"))
            ),
            Encryption,
        ],
        ["InvokeFlowModule"] = [Text("FlowModuleId").Required("Name the module by its id."), Object("Input")],
        ["InvokeLambdaFunction"] =
        [
            Text("LambdaFunctionARN").Required("Name the function, best by an alias."),
            .. Texts("InvocationTimeLimitSeconds", "InvocationType"),
            Object("LambdaInvocationAttributes"),
            Object("ResponseValidation", Texts("ResponseType")),
        ],
        ["ListDataTableValues"] =
        [
            DataTable,
            List("PrimaryKeyGroups", KeyGroup)
                .Required("""Write [{"PrimaryKeyGroupName": "…", "PrimaryValues": [{"Name": "…", "Value": "…"}]}]."""),
        ],
        ["LoadContactContent"] = [Text("ContentType").Required("Write EmailMessage.")],
        ["Loop"] = [Text("LoopCount").Required("Say how often, such as \"10\"."), Text("LoopName")],
        ["MessageParticipant"] = [.. Prompts, Text("SkipWhenDTMFBufferEnabled")],
        ["MessageParticipantIteratively"] =
        [
            List("Messages", Prompts).Required("""Write [{"Text": "…"}]."""),
            .. Texts("InterruptFrequencySeconds", "ContinueMessagingDuringInterrupt"),
        ],
        ["ResumeContact"] = [],
        ["ShowView"] =
        [
            Object("ViewResource", Text("Id").Required("Name the view by its ARN."), Text("Version"))
                .Required("""Write {"Id": "ARN of the view"}."""),
            Text("InvocationTimeLimitSeconds"),
            Object("ViewData"),
            Any("SensitiveDataConfiguration"),
        ],
        ["StartOutboundChatContact"] =
        [
            Object("SourceEndpoint", Texts("Address", "Type")).Required("Say who sends."),
            Object("DestinationEndpoint", Texts("Address", "Type")).Required("Say who receives."),
            Text("ContactFlowArn").Required("Name the flow of the chat."),
            Text("ContactSubtype").Required("Write connect:SMS."),
            Object("InitialSystemMessage", Texts("Content")),
            Text("RelatedContact"),
        ],
        ["StartVoiceIdStream"] = [],
        ["TagContact"] = [Object("Tags").Required("""Write {"key": "value"}.""")],
        ["TransferContactToAgent"] = [],
        ["TransferContactToQueue"] = [],
        ["TransferParticipantToThirdParty"] =
        [
            Text("ThirdPartyPhoneNumber").Required("Say where the contact goes.") with
            {
                Unless = "VoiceConnector",
            },
            Text("ThirdPartyConnectionTimeLimitSeconds").Required("Say how long the number may ring, such as \"30\".") with
            {
                NameInReference = "ThirdPartyConnectionTimeoutSeconds",
            },
            Text("ContinueFlowExecution")
                .Required("Write \"True\" if the flow continues after the transfer, else \"False\".") with
            {
                Unless = "VoiceConnector",
            },
            Text("ThirdPartyDTMFDigits"),
            CallerId,
            VoiceConnector,
        ],
        ["TransferToFlow"] = [Text("ContactFlowId").Required("Say where the contact goes.")],
        ["UntagContact"] = [List("TagKeys").Required("""Write ["key"].""")],
        ["UpdateCase"] =
        [
            Text("LinkContactToCase").Required(TrueOrFalse),
            Text("CaseId").Required("Name the case, such as $.Case.case_id."),
            Object("CaseRequestFields"),
        ],
        ["UpdateContactAttributes"] = [Object("Attributes").Required("""Write {"name": "value"}."""), Text("TargetContact")],
        ["UpdateContactCallbackNumber"] = [Text("CallbackNumber").Required("Name the number, such as $.StoredCustomerInput.")],
        ["UpdateContactData"] =
        [
            .. Texts(
                "Name",
                "Description",
                "LanguageCode",
                "CustomerId",
                "IsVoiceIdStreamingEnabled",
                "IsVoiceAuthenticationEnabled",
                "IsFraudDetectionEnabled",
                "VoiceAuthenticationThreshold",
                "VoiceAuthenticationResponseTime",
                "FraudDetectionThreshold",
                "WatchlistId",
                "WisdomSessionArn",
                "TargetContact"
            ),
        ],
        ["UpdateContactEventHooks"] =
        [
            Object("EventHooks").Required("""Write {"CustomerQueue": "ARN of a flow"}."""),
            Object("EventHooksConfiguration"),
        ],
        ["UpdateContactMediaProcessing"] =
        [
            Object(
                    "ChatProcessor",
                    Text("ProcessingEnabled").Required("Write \"True\" or \"False\"."),
                    Text("LambdaProcessorARN"),
                    Object("ChatProcessorSettings", Texts("DeliverUnprocessedMessages"))
                        .Required("""Write {"DeliverUnprocessedMessages": "False"}.""")
                )
                .Required("Name the function that processes messages."),
        ],
        ["UpdateContactMediaStreamingBehavior"] =
        [
            Text("MediaStreamingState").Required("Write Enabled or Disabled."),
            List("Participants", Text("ParticipantType"), List("MediaDirections")),
            Text("MediaStreamType"),
        ],
        ["UpdateContactRecordingAndAnalyticsBehavior"] =
        [
            Object("VoiceBehavior"),
            Object("ChatBehavior"),
            Object("ScreenRecordingBehavior"),
        ],
        ["UpdateContactRecordingBehavior"] =
        [
            Object("RecordingBehavior").Required("""Write {"RecordedParticipants": ["Agent", "Customer"]}."""),
            Object("AnalyticsBehavior"),
        ],
        ["UpdateContactRoutingBehavior"] = [.. Texts("QueuePriority", "QueueTimeAdjustmentSeconds")],
        ["UpdateContactRoutingCriteria"] = [Object("RoutingCriteria").Required("""Write {"Steps": [ ]}.""")],
        ["UpdateContactTargetQueue"] = [.. Texts("QueueId", "AgentId")],
        ["UpdateContactTextToSpeechVoice"] =
        [
            Text("TextToSpeechVoice").Required("Name a voice, such as Joanna."),
            .. Texts("TextToSpeechEngine", "TextToSpeechStyle"),
        ],
        ["UpdateCustomerProfile"] = [Profile, Any("ProfileResponseData")],
        ["UpdateFlowAttributes"] =
        [
            Object("FlowAttributes").Required("""Write {"name": {"Type": "String", "Value": "value"}}."""),
        ],
        ["UpdateFlowLoggingBehavior"] = [Text("FlowLoggingBehavior").Required("Write Enabled or Disabled.")],
        ["UpdatePreviousContactParticipantState"] =
        [
            Text("PreviousContactParticipantState").Required("Write AgentOnHold, CustomerOnHold or OffHold."),
        ],
        ["UpsertDataTableValues"] =
        [
            DataTable,
            Text("LockVersion"),
            List(
                    "DataTableUpsertAttributes",
                    [
                        .. KeyGroup,
                        List(
                                "Attributes",
                                Text("Name").Required("Name the attribute."),
                                Any("Value").Required("Add it, or \"UseDefaultValue\": true.") with
                                {
                                    Unless = "UseDefaultValue",
                                },
                                Any("UseDefaultValue")
                            )
                            .Required("""Write [{"Name": "…", "Value": "…"}]."""),
                    ]
                )
                .Required("""Write [{"PrimaryKeyGroupName": "…", "PrimaryValues": [ ], "Attributes": [ ]}]."""),
        ],
        ["Wait"] =
        [
            Text("TimeLimitSeconds").Required("Say how long, such as \"2\".") with
            {
                NameInReference = "TimeoutSeconds",
            },
            List("Events"),
            .. Texts("ContinueExecution", "MinimumWaitTimeSeconds"),
        ],
    }.ToFrozenDictionary();

    /// <summary>
    /// The parameters of a type; null for the types that are only known by name, so that any parameters are taken.
    /// </summary>
    public static IReadOnlyList<Parameter>? Find(string type) => ByType.GetValueOrDefault(type);

    /// <summary>What an action says, in one of four forms.</summary>
    private static IEnumerable<Parameter> Prompts =>
        [.. Texts("Text", "SSML", "PromptId"), Object("Media", Texts("Uri", "SourceType", "MediaType"))];

    private static IEnumerable<Parameter> Bot =>
        [
            Object("LexV2Bot"),
            Object("LexBot", Texts("Name", "Region", "Alias")),
            Object("LexSessionAttributes"),
            Object("LexInitializationData"),
            Object("LexTimeoutSeconds"),
        ];

    public static Parameter Encryption => Object("InputEncryption", Texts("EncryptionKeyId", "Key"));

    private static Parameter Profile => Object("ProfileRequestData").Required("Say which profile, by its id or by a search.");

    private static Parameter CallerId => Object("CallerId", Texts("Name", "Number"));

    private static Parameter VoiceConnector => Object("VoiceConnector");

    private static Parameter DataTable => Text("DataTableId").Required("Name the table by its id.");

    private static IEnumerable<Parameter> KeyGroup =>
        [
            Text("PrimaryKeyGroupName").Required("Name the group."),
            List("PrimaryValues", Text("Name").Required("Name the attribute."), Any("Value").Required("Add it."))
                .Required("""Write [{"Name": "…", "Value": "…"}]."""),
        ];
}
