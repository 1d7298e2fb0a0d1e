using System.Text.Json.Nodes;
using Cxf.Documents;
using static Cxf.ContactFlows.Tests.Flows;

namespace Cxf.ContactFlows.Tests.Actions;

/// <summary>The parameters of every action type: none is missing, and none is unknown.</summary>
public sealed class ParameterTests
{
    /// <summary>The types whose parameters no source names. Any are taken.</summary>
    private static readonly string[] NamedOnly =
    [
        "CreateContact",
        "RenderMessageTemplate",
        "Resume",
        "SendMessage",
        "StartOutboundEmailContact",
    ];

    /// <summary>
    /// For each type the fewest parameters: the pages below APIReference/flow-language-actions.html with the corrections of the
    /// live service, and what exported flows hold.
    /// </summary>
    private static readonly Dictionary<string, string> Fewest = new()
    {
        ["AssociateContactToCustomerProfile"] = """{"ProfileRequestData": {"ProfileId": "p"}}""",
        ["AuthenticateParticipant"] = """
            {"CognitoConfiguration": {"UserPoolArn": "a", "AppClientId": "c"},
            "CustomerProfilesConfiguration": {"ObjectTypeName": "o"}, "TimeLimitMinutes": "5"}
            """,
        ["CheckHoursOfOperation"] = "{}",
        ["CheckMetricData"] = """{"MetricType": "NumberOfContactsInQueue"}""",
        ["CheckOutboundCallStatus"] = "{}",
        ["CheckVoiceId"] = """{"CheckVoiceIdOption": "enrollmentStatus"}""",
        ["Compare"] = """{"ComparisonValue": "$.Attributes.a"}""",
        ["CompleteOutboundCall"] = "{}",
        ["ConnectParticipantWithLexBot"] = """{"LexV2Bot": {"AliasArn": "a"}}""",
        ["CreateCallbackContact"] =
            """{"InitialCallDelaySeconds": "5", "MaximumConnectionAttempts": "1", "RetryDelaySeconds": "600"}""",
        ["CreateCase"] = """{"LinkContactToCase": "true", "CaseTemplateId": "t"}""",
        ["CreateCustomerProfile"] = """{"ProfileRequestData": {"FirstName": "Ann"}}""",
        ["CreatePersistentContactAssociation"] = """{"RehydrationType": "FROM_SEGMENT", "SourceContactId": "c"}""",
        ["CreateTask"] = """{"Name": "n", "ContactFlowId": "f"}""",
        ["CreateWisdomSession"] = """{"WisdomAssistantArn": "a"}""",
        ["DequeueContactAndTransferToQueue"] = """{"QueueId": "q"}""",
        ["DisconnectParticipant"] = "{}",
        ["DistributeByPercentage"] = "{}",
        ["EndFlowExecution"] = "{}",
        ["EndFlowModuleExecution"] = "{}",
        ["EvaluateDataTableValues"] = """
            {"DataTableId": "t", "Queries": [{"QueryName": "q", "Attributes": ["a"],
            "PrimaryValues": [{"AttributeName": "id", "Value": "7"}]}]}
            """,
        ["GetCalculatedAttributesForCustomerProfile"] = """{"ProfileRequestData": {"ProfileId": "p"}}""",
        ["GetCase"] = "{}",
        ["GetCustomerProfile"] = """{"ProfileRequestData": {"IdentifierName": "n", "IdentifierValue": "v"}}""",
        ["GetCustomerProfileObject"] = """{"ProfileRequestData": {"ProfileId": "p", "ObjectType": "o"}}""",
        ["GetMetricData"] = "{}",
        ["GetParticipantInput"] = """{"Text": "Press 1."}""",
        ["InvokeFlowModule"] = """{"FlowModuleId": "m"}""",
        ["InvokeLambdaFunction"] = """{"LambdaFunctionARN": "arn"}""",
        ["ListDataTableValues"] = """
            {"DataTableId": "t", "PrimaryKeyGroups": [{"PrimaryKeyGroupName": "g",
            "PrimaryValues": [{"Name": "id", "Value": "7"}]}]}
            """,
        ["LoadContactContent"] = """{"ContentType": "EmailMessage"}""",
        ["Loop"] = """{"LoopCount": "3"}""",
        ["MessageParticipant"] = """{"Text": "Hello"}""",
        ["MessageParticipantIteratively"] = """{"Messages": [{"Text": "Please hold."}]}""",
        ["ResumeContact"] = "{}",
        ["ShowView"] = """{"ViewResource": {"Id": "v"}}""",
        ["StartOutboundChatContact"] = """
            {"SourceEndpoint": {"Address": "a", "Type": "t"}, "DestinationEndpoint": {"Address": "a", "Type": "t"},
            "ContactFlowArn": "f", "ContactSubtype": "connect:SMS"}
            """,
        ["StartVoiceIdStream"] = "{}",
        ["TagContact"] = """{"Tags": {"a": "b"}}""",
        ["TransferContactToAgent"] = "{}",
        ["TransferContactToQueue"] = "{}",
        ["TransferParticipantToThirdParty"] = """
            {"ThirdPartyPhoneNumber": "+12025550100", "ThirdPartyConnectionTimeLimitSeconds": "30",
            "ContinueFlowExecution": "True"}
            """,
        ["TransferToFlow"] = """{"ContactFlowId": "f"}""",
        ["UntagContact"] = """{"TagKeys": ["a"]}""",
        ["UpdateCase"] = """{"LinkContactToCase": "true", "CaseId": "c"}""",
        ["UpdateContactAttributes"] = """{"Attributes": {"a": "b"}}""",
        ["UpdateContactCallbackNumber"] = """{"CallbackNumber": "$.StoredCustomerInput"}""",
        ["UpdateContactData"] = """{"Name": "n"}""",
        ["UpdateContactEventHooks"] = """{"EventHooks": {"CustomerQueue": "f"}}""",
        ["UpdateContactMediaProcessing"] = """
            {"ChatProcessor": {"ProcessingEnabled": "True",
            "ChatProcessorSettings": {"DeliverUnprocessedMessages": "False"}}}
            """,
        ["UpdateContactMediaStreamingBehavior"] = """{"MediaStreamingState": "Enabled"}""",
        ["UpdateContactRecordingAndAnalyticsBehavior"] = "{}",
        ["UpdateContactRecordingBehavior"] = """{"RecordingBehavior": {"RecordedParticipants": ["Agent"]}}""",
        ["UpdateContactRoutingBehavior"] = """{"QueuePriority": "1"}""",
        ["UpdateContactRoutingCriteria"] = """{"RoutingCriteria": {"Steps": []}}""",
        ["UpdateContactTargetQueue"] = """{"QueueId": "q"}""",
        ["UpdateContactTextToSpeechVoice"] = """{"TextToSpeechVoice": "Joanna"}""",
        ["UpdateCustomerProfile"] = """{"ProfileRequestData": {"ProfileId": "p"}}""",
        ["UpdateFlowAttributes"] = """{"FlowAttributes": {"a": {"Type": "String", "Value": "b"}}}""",
        ["UpdateFlowLoggingBehavior"] = """{"FlowLoggingBehavior": "Enabled"}""",
        ["UpdatePreviousContactParticipantState"] = """{"PreviousContactParticipantState": "OffHold"}""",
        ["UpsertDataTableValues"] = """
            {"DataTableId": "t", "DataTableUpsertAttributes": [{"PrimaryKeyGroupName": "g",
            "PrimaryValues": [{"Name": "id", "Value": "7"}], "Attributes": [{"Name": "a", "Value": "b"}]}]}
            """,
        ["Wait"] = """{"TimeLimitSeconds": "5"}""",
    };

    /// <summary>Objects below parameters whose members are the author's own, or not known.</summary>
    private static readonly string[] Open =
    [
        "Attributes",
        "EventHooks",
        "FlowAttributes",
        "LexV2Bot",
        "ProfileRequestData",
        "RecordingBehavior",
        "RoutingCriteria",
        "Tags",
    ];

    public static TheoryData<string> Types => [.. ContactFlowSupport.ActionTypes.Keys.Except(NamedOnly).Order()];

    [Fact]
    public void Every_type_is_in_the_table() =>
        Assert.Equal(ContactFlowSupport.ActionTypes.Keys.Order(), Fewest.Keys.Concat(NamedOnly).Order());

    [Theory]
    [MemberData(nameof(Types))]
    public void The_fewest_parameters_are_enough(string type) => Assert.Empty(Found(type, Parameters(type)));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_parameter_that_is_missing_is_one_error(string type)
    {
        foreach (var (location, holder, name) in Members(Parameters(type), "/Parameters"))
        {
            var removed = holder[name];
            holder.Remove(name);
            var problem = Assert.Single(Found(type, (JsonObject)holder.Root));
            Assert.Equal((ContactFlowCodes.MissingParameter, DiagnosticSeverity.Error), (problem.Code, problem.Severity));
            Assert.StartsWith($"/Actions/0{location}", problem.Pointer);
            holder[name] = removed;
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_parameter_that_the_type_does_not_have_is_reported_where_it_is(string type)
    {
        var parameters = Parameters(type);
        var holders = Members(parameters, "/Parameters").Select(one => (one.Location, one.Holder));
        foreach (var (location, holder) in holders.Prepend(("/Parameters", parameters)).DistinctBy(one => one.Item2).ToList())
        {
            holder["Nonsense"] = "x";
            var problem = Assert.Single(Found(type, parameters));
            Assert.Equal(
                (ContactFlowCodes.UnknownParameter, DiagnosticSeverity.Warning, $"/Actions/0{location}/Nonsense"),
                (problem.Code, problem.Severity, problem.Pointer)
            );
            holder.Remove("Nonsense");
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_parameter_that_holds_something_else_is_an_error(string type)
    {
        foreach (var (_, holder, name) in Members(Parameters(type), "/Parameters"))
        {
            var right = holder[name];
            holder[name] = right is JsonValue ? new JsonObject() : "text";
            if (name != "Value")
            {
                Assert.Contains(
                    Problems(type, (JsonObject)holder.Root),
                    problem => problem.Severity == DiagnosticSeverity.Error && problem.Pointer.Contains(name)
                );
            }

            holder[name] = right;
        }
    }

    [Theory]
    [InlineData("EvaluateDataTableValues", "DataTableID", "DataTableId")]
    [InlineData("Loop", "Loopcount", "LoopCount")]
    public void A_misspelt_parameter_is_recognised(string type, string wrong, string right)
    {
        var parameters = Parameters(type);
        parameters[wrong] = parameters[right]!.DeepClone();

        Assert.Contains($"Did you mean \"{right}\"?", Assert.Single(Found(type, parameters)).Fix);
    }

    [Theory]
    [MemberData(nameof(NamedOnlyTypes))]
    public void Of_a_type_that_is_only_known_by_name_any_parameters_are_taken(string type) =>
        Assert.Empty(Problems(type, new JsonObject { ["Anything"] = "x" }));

    public static TheoryData<string> NamedOnlyTypes => [.. NamedOnly];

    private static JsonObject Parameters(string type) => JsonNode.Parse(Fewest[type])!.AsObject();

    /// <summary>The members at every depth, as far as the members of objects are known.</summary>
    private static List<(string Location, JsonObject Holder, string Name)> Members(JsonObject holder, string location)
    {
        var members = new List<(string, JsonObject, string)>();
        foreach (var (name, value) in holder)
        {
            members.Add((location, holder, name));
            var inner =
                value is JsonArray list ? list.OfType<JsonObject>().Select((item, i) => (item, $"/{i}"))
                : value is JsonObject one && !Open.Contains(name) ? [(one, "")]
                : [];
            foreach (var (item, index) in inner)
            {
                members.AddRange(Members(item, $"{location}/{name}{index}"));
            }
        }

        // Endpoints, and what Amazon Connect names by more than one member, are not needed in full.
        return
        [
            .. members.Where(member =>
                !member.Item1.EndsWith("Endpoint", StringComparison.Ordinal)
                && !member.Item1.EndsWith("Configuration", StringComparison.Ordinal)
                && !member.Item1.EndsWith("Settings", StringComparison.Ordinal)
                && !member.Item1.Contains("/Messages/", StringComparison.Ordinal)
            ),
        ];
    }

    private static IReadOnlyList<ContactFlowDiagnostic> Problems(string type, JsonObject parameters) =>
        Flows.Problems(Action(type, parameters.ToJsonString()));

    /// <summary>What is missing or unknown.</summary>
    private static IReadOnlyList<ContactFlowDiagnostic> Found(string type, JsonObject parameters) =>
        [
            .. Problems(type, parameters)
                .Where(problem => problem.Code is ContactFlowCodes.MissingParameter or ContactFlowCodes.UnknownParameter),
        ];
}
