using Cxf.Jsonata;
using Cxf.StatesLanguage.Model;
using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Reading;

/// <summary>What a reading collects: the diagnostics, and the names that must be unique over the whole machine.</summary>
internal sealed class ReadingContext(StateMachineType type, JsonataOptions expressions)
{
    private readonly List<DefinitionDiagnostic> _diagnostics = [];

    public StateMachineType Type { get; } = type;

    /// <summary>How expressions are compiled: Step Functions' dialect and the engine's clock.</summary>
    public JsonataOptions Expressions { get; } = expressions;

    public QueryLanguage MachineLanguage { get; set; }

    public VariableScopes Variables { get; } = new();

    public HashSet<string> StateNames { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<DefinitionDiagnostic> Diagnostics => _diagnostics;

    public bool HasErrors => _diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Error(string location, string message, string code = DiagnosticCodes.Schema) =>
        _diagnostics.Add(new DefinitionDiagnostic(DiagnosticSeverity.Error, code, message, location));
}
