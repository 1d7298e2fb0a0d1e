using Amazon.StepFunctions.Model;
using Cxf.Documents.Identifiers;
using Cxf.Functions.Runs;

namespace Cxf.Functions.ExecuteFlow;

/// <summary>One run to be started.</summary>
/// <param name="Tenant">The tenant that owns the run.</param>
/// <param name="Generation">The generation of that tenant.</param>
/// <param name="AliasArn">The state machine's alias.</param>
/// <param name="Name">The run's name, which is also the answer's <c>runId</c>.</param>
/// <param name="Input">The run's input, JSON.</param>
/// <param name="Claims">Whether the machine claims the run's record before it does anything.</param>
public sealed record RunRequest(TenantId Tenant, int Generation, string AliasArn, string Name, string Input, bool Claims);

/// <summary>Starts a run, and distinguishes a start that failed from a start with an unknown result.</summary>
internal static class RunStart
{
    /// <summary>
    /// Sends a start, and once more if the first request failed on its way or in the service. Only for starts that find the
    /// effect of the first one: by the execution's name, by the claim of a run, or because the flow only reads.
    /// </summary>
    /// <exception cref="UnknownStartException">The run may have begun.</exception>
    /// <exception cref="OperationCanceledException">The time was up before anything was sent.</exception>
    public static async Task<T> SendAsync<T>(Func<Task<T>> start, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Exception first;
        try
        {
            return await start();
        }
        catch (Exception exception) when (IsOfService(exception) && !ServiceFailures.IsRefusal(exception))
        {
            first = exception;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            throw new UnknownStartException(first);
        }

        try
        {
            return await start();
        }
        catch (Exception second)
            when (IsOfService(second)
                && second is not ExecutionAlreadyExistsException
                && !(ServiceFailures.IsUnsent(first) && (ServiceFailures.IsUnsent(second) || ServiceFailures.IsRefusal(second)))
            )
        {
            throw new UnknownStartException(second);
        }
    }

    private static bool IsOfService(Exception exception) =>
        exception is OperationCanceledException || ServiceFailures.WordFor(exception) is not null;
}

/// <summary>A start whose result is unknown.</summary>
internal sealed class UnknownStartException(Exception inner) : Exception("The run may have begun.", inner)
{
    /// <summary>The error; null if the caller's time limit was reached, which is not a failure.</summary>
    public Exception? Failure => InnerException is OperationCanceledException ? null : InnerException;
}
