namespace Cxf.Flows.Contracts;

/// <summary>One way in which a payload breaks the contract.</summary>
/// <param name="Field">The field as a person would name it: <c>payload.userInput</c>, <c>payload.items[2]</c>.</param>
/// <param name="Message">What it must be. It never holds the value, which may be personal.</param>
public readonly record struct PayloadProblem(string Field, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Field} {Message}";
}
