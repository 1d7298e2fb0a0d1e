using System.Text.Json;
using System.Text.Json.Serialization;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Protocol;

/// <summary>Requests and answers as JSON: camel case, no nulls, times as seconds since 1970.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(EpochSecondsConverter)]
)]
[JsonSerializable(typeof(ActivityRequest))]
[JsonSerializable(typeof(AliasRequest))]
[JsonSerializable(typeof(CreateActivityRequest))]
[JsonSerializable(typeof(CreateActivityResult))]
[JsonSerializable(typeof(CreateAliasRequest))]
[JsonSerializable(typeof(CreateAliasResult))]
[JsonSerializable(typeof(CreateStateMachineRequest))]
[JsonSerializable(typeof(CreateStateMachineResult))]
[JsonSerializable(typeof(DescribeActivityResult))]
[JsonSerializable(typeof(DescribeAliasResult))]
[JsonSerializable(typeof(DescribeExecutionResult))]
[JsonSerializable(typeof(DescribeMachineForExecutionResult))]
[JsonSerializable(typeof(DescribeMapRunResult))]
[JsonSerializable(typeof(DescribeStateMachineResult))]
[JsonSerializable(typeof(EmptyResult))]
[JsonSerializable(typeof(ExecutionRequest))]
[JsonSerializable(typeof(GetActivityTaskRequest))]
[JsonSerializable(typeof(GetActivityTaskResult))]
[JsonSerializable(typeof(GetExecutionHistoryRequest))]
[JsonSerializable(typeof(ListActivitiesResult))]
[JsonSerializable(typeof(ListAliasesResult))]
[JsonSerializable(typeof(ListExecutionsResult))]
[JsonSerializable(typeof(ListMapRunsRequest))]
[JsonSerializable(typeof(ListMapRunsResult))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(ListStateMachinesResult))]
[JsonSerializable(typeof(ListTagsResult))]
[JsonSerializable(typeof(ListVersionsResult))]
[JsonSerializable(typeof(MapRunRequest))]
[JsonSerializable(typeof(PublishVersionRequest))]
[JsonSerializable(typeof(PublishVersionResult))]
[JsonSerializable(typeof(RedriveExecutionRequest))]
[JsonSerializable(typeof(RedriveExecutionResult))]
[JsonSerializable(typeof(ResourceRequest))]
[JsonSerializable(typeof(SendTaskFailureRequest))]
[JsonSerializable(typeof(SendTaskHeartbeatRequest))]
[JsonSerializable(typeof(SendTaskSuccessRequest))]
[JsonSerializable(typeof(StartExecutionRequest))]
[JsonSerializable(typeof(StartExecutionResult))]
[JsonSerializable(typeof(StartSyncExecutionResult))]
[JsonSerializable(typeof(StateMachineRequest))]
[JsonSerializable(typeof(StopExecutionRequest))]
[JsonSerializable(typeof(StopExecutionResult))]
[JsonSerializable(typeof(TagRequest))]
[JsonSerializable(typeof(TestStateRequest))]
[JsonSerializable(typeof(TestStateResult))]
[JsonSerializable(typeof(UntagRequest))]
[JsonSerializable(typeof(UpdateAliasRequest))]
[JsonSerializable(typeof(UpdateAliasResult))]
[JsonSerializable(typeof(UpdateMapRunRequest))]
[JsonSerializable(typeof(UpdateStateMachineRequest))]
[JsonSerializable(typeof(UpdateStateMachineResult))]
[JsonSerializable(typeof(ValidateDefinitionRequest))]
[JsonSerializable(typeof(ValidateDefinitionResult))]
[JsonSerializable(typeof(VersionRequest))]
internal sealed partial class ProtocolJson : JsonSerializerContext;

/// <summary>Times on the wire: seconds since 1970 with milliseconds as a fraction.</summary>
internal sealed class EpochSecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DateTimeOffset.UnixEpoch.AddSeconds(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeMilliseconds() / 1000m);
}
