using System.Diagnostics.CodeAnalysis;

namespace Cxf.Documents;

/// <summary>A document as read: its value unless there are errors, and everything there is to say about it.</summary>
/// <typeparam name="T">The document's model.</typeparam>
/// <param name="Value">The model, or null when <paramref name="Diagnostics"/> holds an error.</param>
/// <param name="Diagnostics">All problems, in the order of the text.</param>
public sealed record ReadResult<T>(T? Value, IReadOnlyList<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>Whether the document can be used.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;
}
