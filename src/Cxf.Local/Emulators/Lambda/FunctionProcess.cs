using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Cxf.Local.Templates;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>
/// One process of a function, like Lambda's execution environment: started with the function's environment and its own Runtime
/// API, given one event at a time, ended at the function's timeout.
/// </summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    // Lambda developer guide, "Lambda execution environment": the init phase is limited to 10 seconds.
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(10);

    private readonly FunctionDefinition _function;
    private readonly FunctionOptions _options;
    private readonly RuntimeApi _api;
    private readonly Process _process;
    private readonly long _started;
    private TimeSpan? _initDuration;
    private volatile LogTail _tail;

    private FunctionProcess(FunctionDefinition function, FunctionOptions options, RuntimeApi api)
    {
        _function = function;
        _options = options;
        _api = api;
        _tail = new LogTail(options.TimeProvider);
        _process = new Process { StartInfo = StartInfo(), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Log(line.Data);
        _process.ErrorDataReceived += (_, line) => Log(line.Data);
        _started = options.TimeProvider.GetTimestamp();
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Whether it can take another event.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Starts a process; it takes its first event when it has set itself up.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">The executable cannot be started.</exception>
    [SuppressMessage(
        "Reliability",
        "CA2000",
        Justification = "The process owns its Runtime API; where there is no process, it is disposed of here."
    )]
    public static async Task<FunctionProcess> StartAsync(
        FunctionDefinition function,
        FunctionOptions options,
        CancellationToken cancellationToken
    )
    {
        var api = await RuntimeApi.StartAsync(function, options.TimeProvider, cancellationToken);
        try
        {
            return new FunctionProcess(function, options, api);
        }
        catch
        {
            await api.DisposeAsync();
            throw;
        }
    }

    /// <summary>Gives the process an event and waits for the answer; what goes wrong is an answer too.</summary>
    public async Task<InvocationResult> InvokeAsync(string requestId, ReadOnlyMemory<byte> payload)
    {
        var invocation = new Invocation(requestId, payload);
        var coldStart = _initDuration is null;
        if (!coldStart)
        {
            // Log lines of the start belong to the first invocation.
            _tail = new LogTail(_options.TimeProvider);
        }
        else if (await InitializeAsync(requestId) is { } failed)
        {
            return failed with { Log = _tail };
        }

        var tail = _tail;
        Log($"START RequestId: {requestId} Version: $LATEST");
        var sent = _options.TimeProvider.GetTimestamp();
        _api.Send(invocation);
        var result = await EndAsync(invocation);
        var duration = _options.TimeProvider.GetElapsedTime(sent);
        Log($"END RequestId: {requestId}");
        Log(
            new InvocationReport(
                requestId,
                duration,
                _function.MemoryMegabytes,
                PeakBytes(),
                coldStart ? _initDuration : null
            ).ToString()
        );
        return result with { Log = tail };
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await _api.DisposeAsync();
    }

    private async Task<InvocationResult?> InitializeAsync(string requestId)
    {
        var exited = _process.WaitForExitAsync();
        var limit = Task.Delay(InitLimit, _options.TimeProvider);
        var first = await Task.WhenAny(_api.Initialized, _api.InitError, exited, limit);
        _initDuration = _options.TimeProvider.GetElapsedTime(_started);
        if (first == _api.Initialized)
        {
            return null;
        }

        IsUsable = false;
        Kill();
        await exited;
        return new InvocationResult(
            requestId,
            _api.InitError.IsCompletedSuccessfully ? await _api.InitError
                : first == limit ? ErrorDocuments.TimedOut(requestId, InitLimit)
                : ErrorDocuments.Exited(requestId, _process.ExitCode),
            IsError: true
        );
    }

    private async Task<InvocationResult> EndAsync(Invocation invocation)
    {
        using var answered = new CancellationTokenSource();
        var exited = _process.WaitForExitAsync(answered.Token);
        var first = await Task.WhenAny(
            invocation.Result,
            exited,
            Task.Delay(_function.Timeout, _options.TimeProvider, answered.Token)
        );
        await answered.CancelAsync();
        if (first != invocation.Result)
        {
            IsUsable = false;
            invocation.TryEnd(
                first == exited
                    ? ErrorDocuments.Exited(invocation.RequestId, _process.ExitCode)
                    : ErrorDocuments.TimedOut(invocation.RequestId, _function.Timeout),
                isError: true
            );
            Kill();
        }

        return await invocation.Result;
    }

    private ProcessStartInfo StartInfo()
    {
        var start = _options.Executable.Start();
        foreach (var (name, value) in FunctionEnvironment.Of(_function, _options, _api.Endpoint))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private long PeakBytes()
    {
        try
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // The process has ended, and its resources with it.
            return 0;
        }
    }

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    private void Log(string? line)
    {
        if (line is not null)
        {
            _tail.Add(line);
            _options.Log(line);
        }
    }
}
