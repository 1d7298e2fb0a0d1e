using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Execution;
using Cxf.StatesLanguage.Tasks;

namespace Cxf.StatesLanguage.Mocks;

/// <summary>A ready-made answer: an output, or an error, after a time.</summary>
internal sealed record MockedTask(Payload? Output, string? Error, string? Cause, TimeSpan After) : ITaskHandler
{
    public async ValueTask<Payload> RunAsync(TaskCall call, CancellationToken cancellationToken)
    {
        if (After > TimeSpan.Zero)
        {
            var execution = call.Run.Execution;
            await execution.Scheduler.WaitUntil(execution.Now + After, cancellationToken);
        }

        return Output ?? throw new TaskServiceException(Error ?? ErrorNames.TaskFailed, Cause);
    }
}
