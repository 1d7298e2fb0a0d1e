using System.Runtime.InteropServices;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;
using Amazon.Lambda.RuntimeSupport.Errors;
using Amazon.Lambda.RuntimeSupport.Logging;
using Amazon.Lambda.RuntimeSupport.RuntimeApi;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The loop of a function's process: wait for an event, run the handler, send its answer.</summary>
public class LambdaBootstrap : IDisposable
{
    /// <summary>The thread that runs Main. It is not a thread-pool thread, so blocking it costs nothing.</summary>
    private const int MainThread = 1;

    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly LambdaBootstrapOptions _options;
    private readonly HandlerWrapper? _wrapper;
    private readonly LambdaLog _log = new(LogSettings.FromEnvironment());
    private RuntimeApiClient? _client;
    private PosixSignalRegistration? _termination;
    private volatile bool _stopping;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(handler, new LambdaBootstrapOptions(), initializer) { }

    public LambdaBootstrap(
        LambdaBootstrapHandler handler,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer? initializer = null
    )
    {
        _handler = handler ?? throw new ArgumentNullException(nameof(handler));
        _options = lambdaBootstrapOptions ?? throw new ArgumentNullException(nameof(lambdaBootstrapOptions));
        _initializer = initializer;
    }

    public LambdaBootstrap(HandlerWrapper handlerWrapper, LambdaBootstrapInitializer? initializer = null)
        : this(handlerWrapper, new LambdaBootstrapOptions(), initializer) { }

    public LambdaBootstrap(
        HandlerWrapper handlerWrapper,
        LambdaBootstrapOptions lambdaBootstrapOptions,
        LambdaBootstrapInitializer? initializer = null
    )
        : this(handlerWrapper.Handler, lambdaBootstrapOptions, initializer) => _wrapper = handlerWrapper;

    /// <summary>Serves invocations until the token is cancelled or Lambda ends the process (SIGTERM).</summary>
    /// <exception cref="RuntimeApiClientException">The Runtime API cannot be reached or is broken.</exception>
    public Task RunAsync(CancellationToken cancellationToken = default)
    {
        // Main has nothing else to do. Other callers get the loop on its own thread.
        if (Environment.CurrentManagedThreadId != MainThread)
        {
            return Task.Factory.StartNew(
                () => Run(cancellationToken),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }

        Run(cancellationToken);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _termination?.Dispose();
            _client?.Dispose();
        }
    }

    private void Run(CancellationToken cancellationToken)
    {
        var endpoint = _options.RuntimeApiEndpoint ?? Environment.GetEnvironmentVariable(LambdaEnvironment.RuntimeApi);
        _client = string.IsNullOrEmpty(endpoint) ? null : new RuntimeApiClient(endpoint);
        using var cancellation = cancellationToken.Register(Stop);
        LambdaLogger.SendTo(_log);
        try
        {
            if (!Initialize())
            {
                return;
            }

            if (_client is null)
            {
                throw new InvalidOperationException(
                    $"{LambdaEnvironment.RuntimeApi} is not set: this program is a Lambda function, "
                        + "which Lambda (or `cxf invoke`) starts."
                );
            }

            ConsoleLines.Redirect(_log);
            while (!_stopping)
            {
                ServeOne(_client);
            }
        }
        catch (Exception e) when (_stopping && e is RuntimeApiClientException or ObjectDisposedException)
        {
            // Stop has closed the connection on which the loop was waiting.
        }
    }

    private bool Initialize()
    {
        try
        {
            if (_initializer is not null && !_initializer().GetAwaiter().GetResult())
            {
                return false;
            }
        }
        catch (Exception e)
        {
            _log.Log(nameof(LogLevel.Critical), e, "The function cannot start.");
            _client?.SendInitError(ErrorDocument.Of(e));
            throw;
        }

        if (_client is not null && Environment.GetEnvironmentVariable("AWS_LAMBDA_INITIALIZATION_TYPE") == "snap-start")
        {
            Restore(_client);
        }

        return true;
    }

    private static void Restore(RuntimeApiClient api)
    {
        try
        {
            SnapshotRestore.RunBeforeSnapshotAsync().GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            api.SendInitError(ErrorDocument.Of(e));
            throw;
        }

        api.RestoreNext();
        try
        {
            SnapshotRestore.RunAfterRestoreAsync().GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            api.SendRestoreError(ErrorDocument.Of(e));
            throw;
        }
    }

    private void ServeOne(RuntimeApiClient api)
    {
        using var invocation = api.Next(_wrapper?.Serializer, _log);
        _log.Context = invocation.LambdaContext;
        Environment.SetEnvironmentVariable(LambdaTraceProvider.Variable, invocation.LambdaContext.TraceId);
        Answer(api, invocation);
        _log.Context = null;
        // Not at the start: the registration starts a thread, and before the first answer there is nothing to shut down.
        _termination ??= PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminate);
    }

    private void Answer(RuntimeApiClient api, InvocationRequest invocation)
    {
        var requestId = invocation.LambdaContext.AwsRequestId;
        InvocationResponse response;
        try
        {
            response = _handler(invocation).GetAwaiter().GetResult();
        }
        catch (Exception e)
        {
            _log.Log(nameof(LogLevel.Error), e, "");
            api.SendError(requestId, ErrorDocument.Of(e));
            return;
        }

        Send(api, requestId, response);
    }

    private static void Send(RuntimeApiClient api, string requestId, InvocationResponse response)
    {
        var output = response.OutputStream;
        try
        {
            if (output is MemoryStream memory && memory.TryGetBuffer(out var bytes))
            {
                api.SendResponse(requestId, bytes.AsSpan((int)memory.Position));
                return;
            }

            using var copy = new MemoryStream();
            output?.CopyTo(copy);
            api.SendResponse(requestId, copy.GetBuffer().AsSpan(0, (int)copy.Length));
        }
        finally
        {
            if (response.DisposeOutputStream)
            {
                output?.Dispose();
            }
        }
    }

    private void Terminate(PosixSignalContext signal)
    {
        // By default the process would end at once; this way Main returns and it ends with code 0.
        signal.Cancel = true;
        Stop();
    }

    private void Stop()
    {
        _stopping = true;
        _client?.Close();
    }
}
