namespace Cxf.Documents;

/// <summary>Why and where a text is not JSON, in the words of the text's author.</summary>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Fix">What to change, as a sentence.</param>
/// <param name="Position">Where.</param>
public sealed record JsonSyntaxProblem(string Message, string Fix, JsonPosition Position);
