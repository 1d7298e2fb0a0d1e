using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Cxf.Local.Templates;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>The processes of one function: an event goes to one that waits, or to a new one, as Lambda scales.</summary>
internal sealed class FunctionPool(FunctionDefinition function, FunctionOptions options) : IAsyncDisposable
{
    private readonly ConcurrentBag<FunctionProcess> _idle = [];
    private readonly SemaphoreSlim _places = new(options.MaxProcesses);

    /// <summary>
    /// Invokes the function. Canceling does not stop the process: as on AWS, it continues and takes the next event when it is
    /// done.
    /// </summary>
    public async Task<InvocationResult> InvokeAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return await RunAsync(payload).WaitAsync(cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Running invocations end with their answer or timeout, so no process remains.
        for (var place = 0; place < options.MaxProcesses; place++)
        {
            await _places.WaitAsync();
        }

        while (_idle.TryTake(out var process))
        {
            await process.DisposeAsync();
        }

        _places.Dispose();
    }

    [SuppressMessage(
        "Reliability",
        "CA2000",
        Justification = "The pool owns its processes: the idle ones end with it, the others below."
    )]
    private async Task<InvocationResult> RunAsync(ReadOnlyMemory<byte> payload)
    {
        FunctionProcess? process = null;
        try
        {
            if (!_idle.TryTake(out process))
            {
                process = await FunctionProcess.StartAsync(function, options, CancellationToken.None);
            }

            var result = await process.InvokeAsync(RequestIds.New(), payload);
            if (process.IsUsable)
            {
                _idle.Add(process);
                process = null;
            }

            return result;
        }
        finally
        {
            if (process is not null)
            {
                await process.DisposeAsync();
            }

            _places.Release();
        }
    }
}
