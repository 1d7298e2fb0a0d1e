using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>Checks definitions as CreateStateMachine does, without creating anything.</summary>
public static class DefinitionValidator
{
    /// <summary>All problems of a definition; empty if AWS would accept it.</summary>
    /// <param name="definition">The Amazon States Language document.</param>
    /// <param name="type">The type of machine it is for; EXPRESS machines support less.</param>
    public static IReadOnlyList<DefinitionDiagnostic> Validate(
        string definition,
        StateMachineType type = StateMachineType.Standard
    ) => DefinitionReader.Read(definition, type).Diagnostics;
}
