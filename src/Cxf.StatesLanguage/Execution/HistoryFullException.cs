namespace Cxf.StatesLanguage.Execution;

/// <summary>The execution has as many events as it may have; it ends, whatever its states would catch.</summary>
internal sealed class HistoryFullException(int capacity) : Exception
{
    public StateError Error { get; } = new(
        ErrorNames.Runtime, $"The execution reached the maximum number of history events ({capacity}).");
}
