namespace Cxf.Documents;

/// <summary>
/// The codes of the problems of shape that any JSON document can have; each kind of document has its own.
/// </summary>
/// <param name="Syntax">The text is not JSON.</param>
/// <param name="Duplicate">An object has a name twice.</param>
/// <param name="Missing">A required member is absent.</param>
/// <param name="Unknown">A member that the document does not have.</param>
/// <param name="WrongType">A value of the wrong JSON type.</param>
/// <param name="OutOfRange">A number outside its bounds, or text that is empty or too long.</param>
/// <param name="NotAWord">Text that is not one of the words allowed there.</param>
public sealed record ShapeCodes(
    string Syntax, string Duplicate, string Missing, string Unknown, string WrongType, string OutOfRange, string NotAWord);
