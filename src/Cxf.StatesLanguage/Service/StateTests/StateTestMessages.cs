namespace Cxf.StatesLanguage.Service;

/// <summary>Request of TestState.</summary>
/// <param name="Definition">One state; with <paramref name="StateName"/> a whole state machine.</param>
/// <param name="RoleArn">The role of the test. Required for a Task state without a mock.</param>
/// <param name="Input">The state's input; <c>{}</c> by default.</param>
/// <param name="InspectionLevel">INFO (default), DEBUG or TRACE: whether the answer shows the data between the steps.</param>
/// <param name="RevealSecrets">Accepted without a mock; the local engine has no secrets to reveal.</param>
/// <param name="Variables">A JSON object of the variables that the state reads.</param>
/// <param name="StateName">The state of the state machine to test.</param>
/// <param name="Mock">The result or the error that replaces the state's work.</param>
/// <param name="Context">A JSON object that replaces the context object.</param>
/// <param name="StateConfiguration">What happened before, for states that retry or iterate.</param>
public sealed record TestStateRequest(
    string? Definition,
    string? RoleArn = null,
    string? Input = null,
    string? InspectionLevel = null,
    bool? RevealSecrets = null,
    string? Variables = null,
    string? StateName = null,
    MockInput? Mock = null,
    string? Context = null,
    TestStateConfiguration? StateConfiguration = null
);

/// <summary>A mocked result or error.</summary>
/// <param name="Result">The result as JSON text.</param>
/// <param name="ErrorOutput">The error.</param>
/// <param name="FieldValidationMode">STRICT (default): the result has all required fields of the API's answer, with their types.
/// PRESENT: only the fields that are present are checked. NONE: nothing is checked.</param>
public sealed record MockInput(string? Result = null, MockErrorOutput? ErrorOutput = null, string? FieldValidationMode = null);

/// <summary>A mocked error.</summary>
/// <param name="Error">Its name.</param>
/// <param name="Cause">Its cause.</param>
public sealed record MockErrorOutput(string? Error = null, string? Cause = null);

/// <summary>What happened before the tested attempt.</summary>
/// <param name="RetrierRetryCount">How often the retrier of the error has retried already.</param>
/// <param name="ErrorCausedByState">The inner state of a Map or Parallel state that raised the mocked error.</param>
/// <param name="MapIterationFailureCount">How many iterations of a Map failed.</param>
/// <param name="MapItemReaderData">The items that a Map's ItemReader would read, as a JSON array.</param>
public sealed record TestStateConfiguration(
    int? RetrierRetryCount = null,
    string? ErrorCausedByState = null,
    int? MapIterationFailureCount = null,
    string? MapItemReaderData = null
);

/// <summary>Answer of TestState.</summary>
/// <param name="Output">The state's output, unless it failed.</param>
/// <param name="Error">The error, or null.</param>
/// <param name="Cause">The cause, or null.</param>
/// <param name="InspectionData">The data between the steps; null for INFO.</param>
/// <param name="NextState">The state that would run next, or null.</param>
/// <param name="Status">SUCCEEDED, FAILED, RETRIABLE or CAUGHT_ERROR.</param>
public sealed record TestStateResult(
    string? Output,
    string? Error,
    string? Cause,
    InspectionData? InspectionData,
    string? NextState,
    string Status
);

/// <summary>The data of a tested state between its steps, each as JSON text; members that did not occur are null.</summary>
/// <param name="Input">The state's input.</param>
/// <param name="AfterArguments">After Arguments (JSONata).</param>
/// <param name="AfterInputPath">After InputPath.</param>
/// <param name="AfterParameters">After Parameters.</param>
/// <param name="Result">The result of the state's work.</param>
/// <param name="AfterResultSelector">After ResultSelector.</param>
/// <param name="AfterResultPath">After ResultPath.</param>
/// <param name="Variables">The variables after the state.</param>
/// <param name="ErrorDetails">The retrier and the catcher that handled the error.</param>
/// <param name="AfterItemsPath">A Map's items.</param>
/// <param name="AfterItemSelector">A Map's items after ItemSelector.</param>
/// <param name="AfterItemBatcher">A Map's batches.</param>
/// <param name="ToleratedFailureCount">A Map's ToleratedFailureCount.</param>
/// <param name="ToleratedFailurePercentage">A Map's ToleratedFailurePercentage.</param>
/// <param name="MaxConcurrency">A Map's MaxConcurrency; 0 if it has none.</param>
public sealed record InspectionData(
    string? Input,
    string? AfterArguments,
    string? AfterInputPath,
    string? AfterParameters,
    string? Result,
    string? AfterResultSelector,
    string? AfterResultPath,
    string? Variables,
    InspectionErrorDetails? ErrorDetails,
    string? AfterItemsPath,
    string? AfterItemSelector,
    string? AfterItemBatcher,
    int? ToleratedFailureCount,
    double? ToleratedFailurePercentage,
    int? MaxConcurrency
);

/// <summary>The retrier and the catcher of a tested state's error.</summary>
/// <param name="CatchIndex">Index of the catcher, or null.</param>
/// <param name="RetryIndex">Index of the retrier, or null.</param>
/// <param name="RetryBackoffIntervalSeconds">The delay before the next attempt; null after the last attempt.</param>
public sealed record InspectionErrorDetails(int? CatchIndex, int? RetryIndex, int? RetryBackoffIntervalSeconds);
