using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.History;

/// <summary>The details of events as bytes; those of rare events stay the objects that they are.</summary>
internal static class DetailsPack
{
    private enum Kind : byte
    {
        None,
        Other,
        ExecutionStarted,
        Output,
        Error,
        StateExited,
        MapStateStarted,
        MapIteration,
        TaskScheduled,
        TaskStarted,
        TaskOutput,
        LambdaScheduled,
    }

    public static void Write(PackWriter pack, HistoryEventDetails? details)
    {
        switch (details)
        {
            case null:
                pack.WriteByte((byte)Kind.None);
                break;
            case ExecutionStartedDetails:
                // The execution has what it says.
                pack.WriteByte((byte)Kind.ExecutionStarted);
                break;
            case OutputDetails output:
                pack.WriteByte((byte)Kind.Output);
                pack.Write(output.Output);
                break;
            case ErrorDetails error:
                pack.WriteByte((byte)Kind.Error);
                pack.Write(error.Error);
                pack.Write(error.Cause);
                break;
            case StateExitedDetails exit:
                Write(pack, exit);
                break;
            case MapStateStartedDetails map:
                pack.WriteByte((byte)Kind.MapStateStarted);
                pack.WriteNumber(map.Length);
                break;
            case MapIterationDetails iteration:
                pack.WriteByte((byte)Kind.MapIteration);
                pack.Write(iteration.Name);
                pack.WriteNumber(iteration.Index);
                break;
            default:
                WriteOfTask(pack, details);
                break;
        }
    }

    private static void WriteOfTask(PackWriter pack, HistoryEventDetails details)
    {
        switch (details)
        {
            case TaskScheduledDetails task:
                pack.WriteByte((byte)Kind.TaskScheduled);
                pack.Write(task.ResourceType);
                pack.Write(task.Resource);
                pack.Write(task.Region);
                pack.Write(task.Parameters);
                pack.WriteOptional(task.TimeoutInSeconds);
                pack.WriteOptional(task.HeartbeatInSeconds);
                pack.Write(task.RoleArn);
                break;
            case TaskStartedDetails task:
                pack.WriteByte((byte)Kind.TaskStarted);
                pack.Write(task.ResourceType);
                pack.Write(task.Resource);
                break;
            case TaskOutputDetails task:
                pack.WriteByte((byte)Kind.TaskOutput);
                pack.Write(task.ResourceType);
                pack.Write(task.Resource);
                pack.Write(task.Output);
                break;
            case LambdaFunctionScheduledDetails task:
                pack.WriteByte((byte)Kind.LambdaScheduled);
                pack.Write(task.Resource);
                pack.Write(task.Input);
                pack.WriteOptional(task.TimeoutInSeconds);
                pack.Write(task.RoleArn);
                break;
            default:
                pack.WriteByte((byte)Kind.Other);
                pack.WriteObject(details);
                break;
        }
    }

    public static HistoryEventDetails? Read(PackReader pack, ExecutionStartedDetails started) =>
        (Kind)pack.ReadByte() switch
        {
            Kind.None => null,
            Kind.ExecutionStarted => started,
            Kind.Output => new OutputDetails(pack.ReadDocument()),
            Kind.Error => new ErrorDetails(pack.ReadOptionalText(), pack.ReadOptionalText()),
            Kind.StateExited => ReadExit(pack),
            Kind.MapStateStarted => new MapStateStartedDetails((int)pack.ReadNumber()),
            Kind.MapIteration => new MapIterationDetails(pack.ReadText(), (int)pack.ReadNumber()),
            Kind.TaskScheduled => new TaskScheduledDetails(
                pack.ReadText(),
                pack.ReadText(),
                pack.ReadText(),
                pack.ReadDocument(),
                pack.ReadOptional(),
                pack.ReadOptional(),
                pack.ReadOptionalText()
            ),
            Kind.TaskStarted => new TaskStartedDetails(pack.ReadText(), pack.ReadText()),
            Kind.TaskOutput => new TaskOutputDetails(pack.ReadText(), pack.ReadText(), pack.ReadDocument()),
            Kind.LambdaScheduled => new LambdaFunctionScheduledDetails(
                pack.ReadText(),
                pack.ReadDocument(),
                pack.ReadOptional(),
                pack.ReadOptionalText()
            ),
            _ => (HistoryEventDetails)pack.ReadObject(),
        };

    private static void Write(PackWriter pack, StateExitedDetails exit)
    {
        pack.WriteByte((byte)Kind.StateExited);
        pack.Write(exit.Name);
        pack.Write(exit.Output);
        pack.WriteNumber(exit.Assigned.Count);
        foreach (var (name, value) in exit.Assigned)
        {
            pack.Write(name);
            pack.Write(value);
        }
    }

    private static StateExitedDetails ReadExit(PackReader pack)
    {
        var (name, output) = (pack.ReadText(), pack.ReadDocument());
        var assigned = new KeyValuePair<string, Payload>[pack.ReadNumber()];
        for (var index = 0; index < assigned.Length; index++)
        {
            assigned[index] = new(pack.ReadText(), pack.ReadDocument());
        }

        return new StateExitedDetails(name, output, assigned);
    }
}
