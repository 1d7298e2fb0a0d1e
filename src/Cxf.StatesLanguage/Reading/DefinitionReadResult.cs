using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

/// <summary>A definition that was read: the model where there was no error, and everything that was found.</summary>
internal sealed record DefinitionReadResult(StateMachineDefinition? Definition, IReadOnlyList<DefinitionDiagnostic> Diagnostics);
