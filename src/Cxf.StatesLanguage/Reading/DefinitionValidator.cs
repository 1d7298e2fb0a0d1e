using Cxf.StatesLanguage.Service;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Checks definitions as CreateStateMachine does, for compilers and tests that want to know before they
/// create.</summary>
public static class DefinitionValidator
{
    /// <summary>Everything wrong with a definition, all at once; empty when AWS would take it.</summary>
    /// <param name="definition">The Amazon States Language document.</param>
    /// <param name="type">The type of machine it is for; EXPRESS machines may do less.</param>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(
        string definition, StateMachineType type = StateMachineType.Standard) =>
        DefinitionReader.Read(definition, type).Diagnostics;
}
