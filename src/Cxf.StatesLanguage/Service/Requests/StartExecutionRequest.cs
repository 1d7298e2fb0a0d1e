namespace Cxf.StatesLanguage.Service;

/// <summary>Request of StartExecution and StartSyncExecution.</summary>
/// <param name="StateMachineArn">The machine, a version or an alias. <c>#TestCase</c> behind it names a test case of the mock
/// file.</param>
/// <param name="Name">The execution's name; a UUID by default.</param>
/// <param name="Input">JSON of at most 262,144 bytes; <c>{}</c> by default.</param>
public sealed record StartExecutionRequest(string? StateMachineArn, string? Name = null, string? Input = null);
