using Cxf.StatesLanguage.JsonPath.Paths;

namespace Cxf.StatesLanguage.Reading;

/// <summary>
/// The variables that each state reads. While a state is read, its expressions and paths add their variables to it; the states
/// of an inner graph have their own.
/// </summary>
internal sealed class VariableReferences
{
    private readonly Stack<string> _states = new();
    private readonly SortedDictionary<string, SortedSet<string>> _byState = new(StringComparer.Ordinal);

    public void Enter(string state) => _states.Push(state);

    public void Leave() => _states.Pop();

    public void Add(IJsonPathValue value)
    {
        foreach (var variable in value.Variables)
        {
            Add(variable);
        }
    }

    public void Add(string variable)
    {
        if (!_states.TryPeek(out var state))
        {
            return;
        }

        if (!_byState.TryGetValue(state, out var variables))
        {
            _byState.Add(state, variables = new SortedSet<string>(StringComparer.Ordinal));
        }

        variables.Add(variable);
    }

    public IReadOnlyDictionary<string, IReadOnlyList<string>> ToDictionary() =>
        _byState.ToDictionary(
            static state => state.Key,
            static state => (IReadOnlyList<string>)[.. state.Value],
            StringComparer.Ordinal
        );
}
