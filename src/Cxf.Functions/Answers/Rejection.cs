namespace Cxf.Functions.Answers;

/// <summary>Why a request is not carried out.</summary>
/// <param name="Word">One of the error words.</param>
/// <param name="Message">What is wrong, naming the fields; never their values.</param>
public sealed record Rejection(string Word, string Message);
