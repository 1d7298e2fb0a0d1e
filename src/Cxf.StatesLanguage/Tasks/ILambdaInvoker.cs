namespace Cxf.StatesLanguage.Tasks;

/// <summary>Calls Lambda functions for Task states: functions in this process, mocks, or a Lambda endpoint.</summary>
public interface ILambdaInvoker
{
    /// <summary>Calls a function and waits for its answer.</summary>
    /// <param name="functionArn">The function as the state names it: an ARN, with its alias or version where it has one, or a
    /// bare name.</param>
    /// <param name="payload">The event, JSON in UTF-8.</param>
    /// <param name="cancellationToken">Cancelled when the state timed out or its execution ended.</param>
    /// <returns>The function's answer, or its error document.</returns>
    /// <exception cref="TaskServiceException">Lambda itself failed: no such function, too many requests.</exception>
    ValueTask<LambdaResult> InvokeAsync(string functionArn, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);
}
