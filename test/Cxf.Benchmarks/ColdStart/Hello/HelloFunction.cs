using System.Text.Json.Serialization;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;

[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<Cxf.Benchmarks.ColdStart.Hello.HelloJson>))]

namespace Cxf.Benchmarks.ColdStart.Hello;

/// <summary>Says hello.</summary>
public sealed class HelloFunction
{
    /// <summary>The handler.</summary>
    [LambdaFunction]
    public HelloAnswer Hello(HelloEvent input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(context);
        return new HelloAnswer($"Hello, {input.Name}!", context.AwsRequestId);
    }
}

/// <summary>Whom to greet.</summary>
public sealed record HelloEvent(string Name);

/// <summary>The greeting.</summary>
public sealed record HelloAnswer(string Text, string RequestId);

/// <summary>What is read and written.</summary>
[JsonSerializable(typeof(HelloEvent))]
[JsonSerializable(typeof(HelloAnswer))]
public sealed partial class HelloJson : JsonSerializerContext;
