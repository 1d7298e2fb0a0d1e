namespace Amazon.Lambda.RuntimeSupport;

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
