using Cxf.StatesLanguage.Data;
using Cxf.StatesLanguage.Evaluation;
using Cxf.StatesLanguage.Mocks;

namespace Cxf.StatesLanguage.Execution;

/// <summary>What TestState runs a state with.</summary>
internal sealed class StateTest
{
    /// <summary>The result or the error that replaces the state's work, or null to do the work.</summary>
    public MockedTask? Mock { get; init; }

    /// <summary>The context object that replaces the engine's own, or null.</summary>
    public Payload? Context { get; init; }

    /// <summary>How often the retrier of the error has retried already.</summary>
    public int RetryCount { get; init; }

    /// <summary>How many iterations of a Map failed, or null if the mocked result decides alone.</summary>
    public int? FailedIterations { get; init; }

    /// <summary>The items that a Map's ItemReader would read, or null.</summary>
    public Payload? ItemReaderData { get; init; }

    public StateInspection Inspection { get; } = new();
}

/// <summary>How a tested state ended.</summary>
internal enum StateTestStatus
{
    Succeeded,
    Failed,

    /// <summary>A retrier would try the state again.</summary>
    Retriable,
    CaughtError,
}

/// <summary>The outcome of a tested state.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Output">The output, if the state succeeded or its error was caught.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="NextState">The state that would run next, or null.</param>
/// <param name="Handling">Which retrier and which catcher handled the error.</param>
internal sealed record StateTestOutcome(
    StateTestStatus Status,
    Payload? Output,
    StateError? Error,
    string? NextState,
    ErrorHandling? Handling
);

/// <summary>The retrier and the catcher of an error, by their index; null where none applied.</summary>
internal sealed record ErrorHandling(int? RetryIndex, int? RetryBackoffSeconds, int? CatchIndex);
