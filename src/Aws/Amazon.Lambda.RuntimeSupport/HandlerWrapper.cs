using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a <see cref="LambdaBootstrapHandler"/> of a handler in any form.</summary>
public partial class HandlerWrapper : IDisposable
{
    /// <summary>What a large answer leaves behind is given back above this size.</summary>
    private const int KeptOutput = 1024 * 1024;

    private readonly Func<InvocationRequest, MemoryStream, Task> run;
    private MemoryStream output = new();
    private InvocationResponse response;

    private HandlerWrapper(Func<InvocationRequest, MemoryStream, Task> run, ILambdaSerializer? serializer)
    {
        this.run = run;
        Serializer = serializer;
        response = new InvocationResponse(output, disposeOutputStream: false);
        Handler = InvokeAsync;
    }

    public LambdaBootstrapHandler Handler { get; }

    /// <summary>What the handler's events and answers go through; null where it takes and gives streams.</summary>
    internal ILambdaSerializer? Serializer { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            output.Dispose();
        }
    }

    private static HandlerWrapper Later(Func<InvocationRequest, MemoryStream, Task> run, ILambdaSerializer? serializer = null) =>
        new(run, serializer);

    private static HandlerWrapper Done(Action<InvocationRequest, MemoryStream> run, ILambdaSerializer? serializer = null) =>
        new(
            (request, output) =>
            {
                run(request, output);
                return Task.CompletedTask;
            },
            serializer);

    private static TInput Read<TInput>(InvocationRequest request, ILambdaSerializer serializer) =>
        serializer.Deserialize<TInput>(request.InputStream);

    private static void Write<TOutput>(TOutput answer, MemoryStream output, ILambdaSerializer serializer) =>
        serializer.Serialize(answer, output);

    private static void Copy(Stream? answer, MemoryStream output)
    {
        using (answer)
        {
            answer?.CopyTo(output);
        }
    }

    // One invocation at a time, so one stream serves them all.
    private async Task<InvocationResponse> InvokeAsync(InvocationRequest request)
    {
        if (output.Capacity > KeptOutput)
        {
            output = new MemoryStream();
            response = new InvocationResponse(output, disposeOutputStream: false);
        }

        output.SetLength(0);
        await run(request, output);
        output.Position = 0;
        return response;
    }
}
