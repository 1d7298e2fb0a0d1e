using System.Collections.Frozen;
using Cxf.Local.Emulators.Logs;
using Cxf.Local.Templates;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.Local.Emulators.Lambda;

/// <summary>Lambda on this machine: the functions of a template, each in its own processes.</summary>
/// <param name="template">The template.</param>
/// <param name="options">What all functions are run with.</param>
/// <param name="logs">Takes what they log; null keeps nothing.</param>
internal sealed class LambdaService(ServerlessTemplate template, FunctionOptions options, FunctionLogs? logs = null)
    : ILambdaInvoker,
        IAsyncDisposable
{
    private readonly FrozenDictionary<string, FunctionPool> _pools = template.Functions.ToFrozenDictionary(
        function => function.LogicalId,
        function => new FunctionPool(function, logs is null ? options : WithLog(options, logs.Open(function.Name)))
    );

    /// <summary>The functions there are.</summary>
    public IEnumerable<FunctionDefinition> Functions => template.Functions;

    /// <summary>Finds a function by any of its names; null if it does not exist.</summary>
    public FunctionDefinition? Find(string reference) =>
        template.Functions.FirstOrDefault(function => function.IsCalled(reference));

    /// <summary>Invokes a function.</summary>
    public Task<InvocationResult> InvokeAsync(
        FunctionDefinition function,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    ) => _pools[function.LogicalId].InvokeAsync(payload, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<LambdaResult> InvokeAsync(
        string functionArn,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken
    )
    {
        var function =
            Find(functionArn)
            ?? throw new TaskServiceException("Lambda.ResourceNotFoundException", $"Function not found: {functionArn}");
        var result = await InvokeAsync(function, payload, cancellationToken);
        return new LambdaResult(result.Payload, result.IsError, ExecutedVersion: "$LATEST");
    }

    private static FunctionOptions WithLog(FunctionOptions options, Action<string> keep) =>
        options with
        {
            Log = line =>
            {
                keep(line);
                options.Log(line);
            },
        };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var pool in _pools.Values)
        {
            await pool.DisposeAsync();
        }
    }
}
