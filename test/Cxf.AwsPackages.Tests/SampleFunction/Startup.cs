using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Microsoft.Extensions.DependencyInjection;

[assembly: LambdaGlobalProperties(GenerateMain = true, Runtime = "provided.al2023")]
[assembly: LambdaSerializer(typeof(SourceGeneratorLambdaJsonSerializer<Cxf.SampleFunction.SampleJson>))]

namespace Cxf.SampleFunction;

/// <summary>The functions' services.</summary>
[LambdaStartup]
public sealed class Startup
{
    /// <summary>Called by the generated wrappers.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "The generated wrappers call it on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        if (Environment.GetEnvironmentVariable("SAMPLE_BROKEN_STARTUP") == "1")
        {
            throw new InvalidOperationException("The sample's start-up is broken.");
        }

        services.AddSingleton<CallCount>().AddScoped<Greeting>();
    }
}
