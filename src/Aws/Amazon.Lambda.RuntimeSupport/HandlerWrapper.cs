using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a <see cref="LambdaBootstrapHandler"/> of a handler in any form.</summary>
public partial class HandlerWrapper : IDisposable
{
    /// <summary>Above this size, the buffer of a large answer is released.</summary>
    private const int KeptOutput = 1024 * 1024;

    private readonly Func<InvocationRequest, MemoryStream, Task> _run;
    private MemoryStream _output = new();
    private InvocationResponse _response;

    private HandlerWrapper(Func<InvocationRequest, MemoryStream, Task> run, ILambdaSerializer? serializer)
    {
        _run = run;
        Serializer = serializer;
        _response = new InvocationResponse(_output, disposeOutputStream: false);
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
            _output.Dispose();
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
            serializer
        );

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
        if (_output.Capacity > KeptOutput)
        {
            _output = new MemoryStream();
            _response = new InvocationResponse(_output, disposeOutputStream: false);
        }

        _output.SetLength(0);
        await _run(request, _output);
        _output.Position = 0;
        return _response;
    }
}
