using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>An invocation: its event and what Lambda says about it. Both are valid until it is answered.</summary>
public class InvocationRequest : IDisposable
{
    internal InvocationRequest(Stream inputStream, ILambdaContext lambdaContext) =>
        (InputStream, LambdaContext) = (inputStream, lambdaContext);

    /// <summary>The event, as it was sent.</summary>
    public Stream InputStream { get; }

    public ILambdaContext LambdaContext { get; }

    public void Dispose()
    {
        InputStream.Dispose();
        GC.SuppressFinalize(this);
    }
}

/// <summary>An invocation's answer.</summary>
public class InvocationResponse
{
    /// <param name="outputStream">The answer's bytes, from its position on. It is disposed once they are sent.</param>
    public InvocationResponse(Stream outputStream)
        : this(outputStream, disposeOutputStream: true) { }

    public InvocationResponse(Stream outputStream, bool disposeOutputStream) =>
        (OutputStream, DisposeOutputStream) = (outputStream, disposeOutputStream);

    public Stream OutputStream { get; set; }

    public bool DisposeOutputStream { get; }
}
