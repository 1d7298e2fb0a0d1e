namespace Cxf.StatesLanguage.Execution;

/// <summary>The budget of the engine is spent; the execution ends, whatever its states would catch.</summary>
internal sealed class BudgetSpentException() : Exception(Sentence)
{
    public const string Sentence = "The executions together did more work than they may.";
}
