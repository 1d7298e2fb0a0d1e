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
[JsonSerializable(typeof(AliasRequest))]
[JsonSerializable(typeof(CreateAliasRequest))]
[JsonSerializable(typeof(CreateAliasResult))]
[JsonSerializable(typeof(CreateStateMachineRequest))]
[JsonSerializable(typeof(CreateStateMachineResult))]
[JsonSerializable(typeof(DescribeAliasResult))]
[JsonSerializable(typeof(DescribeExecutionResult))]
[JsonSerializable(typeof(DescribeMachineForExecutionResult))]
[JsonSerializable(typeof(DescribeStateMachineResult))]
[JsonSerializable(typeof(EmptyResult))]
[JsonSerializable(typeof(ExecutionRequest))]
[JsonSerializable(typeof(GetExecutionHistoryRequest))]
[JsonSerializable(typeof(ListAliasesResult))]
[JsonSerializable(typeof(ListExecutionsResult))]
[JsonSerializable(typeof(ListRequest))]
[JsonSerializable(typeof(ListStateMachinesResult))]
[JsonSerializable(typeof(ListTagsResult))]
[JsonSerializable(typeof(ListVersionsResult))]
[JsonSerializable(typeof(PublishVersionRequest))]
[JsonSerializable(typeof(PublishVersionResult))]
[JsonSerializable(typeof(ResourceRequest))]
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
