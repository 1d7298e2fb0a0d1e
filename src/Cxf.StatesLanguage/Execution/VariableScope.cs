using System.Diagnostics.CodeAnalysis;
using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Execution;

/// <summary>
/// The variables of one graph of states. An inner graph (a branch, an inline iteration) reads outer variables and sets its own,
/// which end with it.
/// </summary>
internal sealed class VariableScope(VariableScope? outer)
{
    private Dictionary<string, Payload>? _values;

    public bool TryGet(string name, [NotNullWhen(true)] out Payload? value)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._values is { } known && known.TryGetValue(name, out value))
            {
                return true;
            }
        }

        value = null;
        return false;
    }

    public void Assign(KeyValuePair<string, Payload>[] assigned)
    {
        foreach (var (name, value) in assigned)
        {
            _values ??= [];
            Size += value.Length - (_values.TryGetValue(name, out var before) ? before.Length : 0);
            _values[name] = value;
        }
    }

    /// <summary>Size of all variables in this scope, in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>The variables of this scope as a JSON object, or null without variables.</summary>
    public string? Print()
    {
        if (_values is null)
        {
            return null;
        }

        using var writer = PayloadWriter.Rent();
        writer.Json.WriteStartObject();
        foreach (var (name, value) in _values)
        {
            writer.Json.WritePropertyName(name);
            value.WriteTo(writer.Json);
        }

        writer.Json.WriteEndObject();
        return writer.ToPayload().ToString();
    }

    private VariableScope? Outer { get; } = outer;
}
