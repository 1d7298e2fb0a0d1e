using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;

namespace Cxf.SampleFunction;

/// <summary>Functions of every form that the generator knows.</summary>
public sealed class SampleFunctions(CallCount calls)
{
    /// <summary>Answers in time, with a service of the invocation.</summary>
    [LambdaFunction]
    public async Task<SampleAnswer> Greet(SampleEvent input, [FromServices] Greeting greeting, ILambdaContext context)
    {
        await Task.Yield();
        return new SampleAnswer(greeting.For(input.Name), context.AwsRequestId, calls.Next());
    }

    /// <summary>Fails with a cause.</summary>
    [LambdaFunction]
    public SampleAnswer Fail(SampleEvent input) =>
        throw new ApiTimeout($"No answer for {input.Name} \"ü\".", new TimeoutException("10 s"));

    /// <summary>Answers with a text of a given length.</summary>
    [LambdaFunction]
    public string Grow(SampleEvent input) => new('x', input.Size);

    /// <summary>Writes to the log in every way.</summary>
    [LambdaFunction]
    public void Write(SampleEvent input, ILambdaContext context)
    {
        context.Logger.LogInformation("sold {Count} of {@Item} for {Price:0.00}", input.Size, input.Name, 1.5);
        context.Logger.LogDebug("not shown by default");
        LambdaLogger.Log(LogLevel.Warning, "from anywhere");
        Console.WriteLine("to the console");
        Console.Error.WriteLine("to the console's errors");
        context.Logger.LogError(new InvalidOperationException("broken"), "while {Doing}", "testing");
    }

    /// <summary>Tells what the context and the environment say.</summary>
    [LambdaFunction]
    public async Task<string> Tell(ILambdaContext context)
    {
        await Task.Yield();
        return string.Join(
            '|',
            [
                context.InvokedFunctionArn,
                context.TraceId,
                LambdaTraceProvider.CurrentTraceId,
                context.TenantId,
                context.ClientContext?.Custom["k"],
                context.ClientContext?.Client?.AppTitle,
                context.Identity?.IdentityId,
                context.FunctionName,
                context.MemoryLimitInMB.ToString(),
                (context.RemainingTime > TimeSpan.Zero).ToString(),
                (context.Serializer is not null).ToString(),
                Environment.GetEnvironmentVariable("AWS_EXECUTION_ENV"),
            ]
        );
    }

    /// <summary>Answers with the event's text.</summary>
    [LambdaFunction]
    public async Task<string> Echo(Stream input)
    {
        using var reader = new StreamReader(input);
        return await reader.ReadToEndAsync();
    }
}
