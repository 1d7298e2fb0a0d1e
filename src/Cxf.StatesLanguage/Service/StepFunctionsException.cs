namespace Cxf.StatesLanguage.Service;

/// <summary>An error answer of the Step Functions API.</summary>
/// <param name="code">AWS's code, such as <c>StateMachineDoesNotExist</c>.</param>
/// <param name="message">AWS's message.</param>
public sealed class StepFunctionsException(string code, string message) : Exception(message)
{
    /// <summary>AWS's code.</summary>
    public string Code { get; } = code;
}
