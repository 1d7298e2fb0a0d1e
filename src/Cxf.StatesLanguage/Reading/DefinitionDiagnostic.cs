namespace Cxf.StatesLanguage.Reading;

/// <summary>One thing wrong with a definition.</summary>
/// <param name="Severity">Whether AWS would refuse the definition.</param>
/// <param name="Code">AWS's code, see <see cref="DiagnosticCodes"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Location">Where: the path of names from the root, such as <c>/States/First/Next</c>.</param>
public sealed record DefinitionDiagnostic(DiagnosticSeverity Severity, string Code, string Message, string Location)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message} at {Location}";
}
