namespace Cxf.Jsonata;

/// <summary>
/// An expression that cannot be compiled or evaluated. It is the only exception that compiling and evaluating throw,
/// besides <see cref="OperationCanceledException"/> for the caller's own token.
/// </summary>
public sealed class JsonataException : Exception
{
    internal JsonataException(string code, string message, int position = -1, string? token = null)
    {
        Sentence = message;
        Code = code;
        Position = position;
        Token = token;
    }

    /// <summary>JSONata's code, for example <c>T2001</c>; <c>U1001</c> where a limit stopped the evaluation.</summary>
    public string Code { get; }

    /// <summary>The offset just behind the offending token, in UTF-16 units, as the reference reports it; -1 where there is none.</summary>
    public int Position { get; internal set; }

    /// <summary>The operator, function or token the error is about, or null.</summary>
    public string? Token { get; internal set; }

    /// <summary>The value the error is about; undefined where there is none.</summary>
    public JsonataValue Value { get; internal init; }

    /// <summary>JSONata's own sentence.</summary>
    public override string Message => Sentence.Replace("{token}", "undefined");

    internal string Sentence { get; set; }

    /// <summary>The same as a value.</summary>
    public JsonataError ToError() => new(Code, Position, Token, Message);
}
