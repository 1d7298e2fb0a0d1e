using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Cxf.StatesLanguage.Service;

namespace Cxf.EndToEnd.Tests.Retries;

/// <summary>
/// The embedded Step Functions in this process and on its clock, for a function that may crash around every call.
/// </summary>
internal sealed class CrashingStepFunctions(StepFunctionsService service, CrashPlan plan, TimeProvider timeProvider)
    : AmazonStepFunctionsClient(
        new BasicAWSCredentials("test", "test"),
        new AmazonStepFunctionsConfig { ServiceURL = "http://127.0.0.1:9/" }
    )
{
    /// <summary>What becomes of answers on their way to the function, one after the other; null: nothing.</summary>
    public Queue<Exception?> Losses { get; } = new();

    public override Task<StartExecutionResponse> StartExecutionAsync(
        Amazon.StepFunctions.Model.StartExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        plan.CallAsync(() =>
            Task.FromResult(
                Answer(() =>
                    new StartExecutionResponse
                    {
                        ExecutionArn = service
                            .StartExecution(new(request.StateMachineArn, request.Name, request.Input))
                            .ExecutionArn,
                    }
                )
            )
        );

    public override Task<StartSyncExecutionResponse> StartSyncExecutionAsync(
        StartSyncExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        plan.CallAsync(async () =>
        {
            // Who stops listening does not stop the execution.
            var before = service.ViewAll().Select(run => run.ExecutionArn).ToHashSet();
            var running = service.StartSyncExecution(
                new(request.StateMachineArn, request.Name, request.Input),
                CancellationToken.None
            );
            var arn = service.ViewAll().Single(run => !before.Contains(run.ExecutionArn)).ExecutionArn;
            while (service.ViewOf(arn).StopDate is null)
            {
                await VirtualWait.ForAsync(Tick, timeProvider, cancellationToken);
            }

            // The end is told on another thread; here everything goes on where the clock is moved.
            var ended = running.GetAwaiter().GetResult();
            if (Losses.TryDequeue(out var loss) && loss is not null)
            {
                throw loss;
            }

            return new StartSyncExecutionResponse
            {
                ExecutionArn = ended.ExecutionArn,
                Status = new SyncExecutionStatus(ended.Status),
                Error = ended.Error,
                Cause = ended.Cause,
                Output = ended.Output,
            };
        });

    public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request,
        CancellationToken cancellationToken = default
    ) =>
        plan.CallAsync(() =>
            Task.FromResult(
                Answer(() =>
                {
                    var found = service.DescribeExecution(new(request.ExecutionArn));
                    return new DescribeExecutionResponse
                    {
                        Status = new Amazon.StepFunctions.ExecutionStatus(found.Status),
                        Input = found.Input,
                        Output = found.Output,
                        Error = found.Error,
                        Cause = found.Cause,
                    };
                })
            )
        );

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    private static T Answer<T>(Func<T> operation)
    {
        try
        {
            return operation();
        }
        catch (StepFunctionsException exception) when (exception.Code == "ExecutionAlreadyExists")
        {
            throw new ExecutionAlreadyExistsException(exception.Message);
        }
        catch (StepFunctionsException exception) when (exception.Code == "ExecutionDoesNotExist")
        {
            throw new ExecutionDoesNotExistException(exception.Message);
        }
    }
}
