using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>A serializer on reflection that writes names in camel case.</summary>
[RequiresUnreferencedCode("Use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext in trimmed functions.")]
[RequiresDynamicCode("Use SourceGeneratorLambdaJsonSerializer with a JsonSerializerContext in functions compiled ahead of time.")]
public class CamelCaseLambdaJsonSerializer : DefaultLambdaJsonSerializer
{
    public CamelCaseLambdaJsonSerializer()
        : base(options => options.PropertyNamingPolicy = new AwsNamingPolicy(JsonNamingPolicy.CamelCase)) { }
}
