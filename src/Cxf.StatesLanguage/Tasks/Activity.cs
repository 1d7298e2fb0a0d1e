using System.Diagnostics.CodeAnalysis;
using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Time;

namespace Cxf.StatesLanguage.Tasks;

/// <summary>A task for the workers of an activity.</summary>
/// <param name="Callback">The token that the worker returns.</param>
/// <param name="Input">The worker's input.</param>
/// <param name="Started">Records that a worker, whose name may be null, has taken the task.</param>
/// <param name="Stop">Cancelled when nobody waits for the task any longer.</param>
internal sealed record ActivityTask(TaskCallback Callback, Payload Input, Action<string?> Started, CancellationToken Stop);

/// <summary>
/// An activity: tasks that wait for a worker, and workers that wait for a task, both in the order of their arrival.
/// </summary>
internal sealed class Activity(string arn, string name, DateTimeOffset creationDate)
{
    private readonly Lock _lock = new();
    private readonly Queue<ActivityTask> _tasks = new();
    private readonly Queue<Signal> _workers = new();

    public string Arn { get; } = arn;

    public string Name { get; } = name;

    public DateTimeOffset CreationDate { get; } = creationDate;

    /// <summary>Adds a task and wakes a worker.</summary>
    public void Schedule(ActivityTask task)
    {
        lock (_lock)
        {
            _tasks.Enqueue(task);
        }

        WakeWorker();
    }

    /// <summary>Takes the oldest task that somebody still waits for.</summary>
    public bool TryTake([NotNullWhen(true)] out ActivityTask? task)
    {
        lock (_lock)
        {
            while (_tasks.TryDequeue(out task))
            {
                if (!task.Stop.IsCancellationRequested)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A signal that fires when a task is scheduled.</summary>
    public Signal NextTask()
    {
        var worker = new Signal();
        lock (_lock)
        {
            _workers.Enqueue(worker);
        }

        return worker;
    }

    private void WakeWorker()
    {
        Signal? worker;
        do
        {
            lock (_lock)
            {
                _workers.TryDequeue(out worker);
            }
        } while (worker?.IsCancelled == true);

        worker?.Fire();
    }
}
