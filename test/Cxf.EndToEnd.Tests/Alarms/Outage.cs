namespace Cxf.EndToEnd.Tests.Alarms;

/// <summary>Something that goes wrong for one function, and the alarms that must tell of it.</summary>
/// <param name="Function">The function.</param>
/// <param name="Asked">What it is asked.</param>
/// <param name="Alarms">The alarms that fire, and no others.</param>
public sealed record Outage(string Function, Question Asked, params IReadOnlyList<string> Alarms)
{
    /// <summary>What is wrong with DynamoDB.</summary>
    public Fault Tables { get; init; }

    /// <summary>What is wrong with Step Functions.</summary>
    public Fault StepFunctions { get; init; }

    /// <summary>What is wrong with Parameter Store.</summary>
    public Fault Parameters { get; init; }

    /// <summary>What is wrong with the third party.</summary>
    public Fault ThirdParty { get; init; }

    /// <summary>Whether the function cannot even start.</summary>
    public bool CannotStart { get; init; }

    /// <summary>How many calls a minute meet with it.</summary>
    public int PerMinute { get; init; } = 1;

    /// <summary>For how many minutes it lasts.</summary>
    public int Minutes { get; init; } = 1;

    /// <summary>The log event that names the cause at level Error; 0 where none must.</summary>
    public int LogEvent { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        $"{Function} is asked {Asked}: DynamoDB {Tables}, Step Functions {StepFunctions}, Parameter Store "
        + $"{Parameters}, third party {ThirdParty}"
        + (CannotStart ? ", cannot start" : "");
}

/// <summary>What a function is asked.</summary>
public enum Question
{
    /// <summary>A flow that changes something and whose caller waits.</summary>
    Waiting,

    /// <summary>A flow that only reads and whose caller waits.</summary>
    Reading,

    /// <summary>A flow whose caller does not wait.</summary>
    Continuing,

    /// <summary>The result of a run whose caller waited.</summary>
    WaitingResult,

    /// <summary>The result of a run whose caller did not.</summary>
    ContinuingResult,

    /// <summary>A call to a third party.</summary>
    Call,

    /// <summary>A call to a third party that wants a secret.</summary>
    SecretCall,

    /// <summary>A publish.</summary>
    Publish,

    /// <summary>Whether it works.</summary>
    SelfCheck,
}
