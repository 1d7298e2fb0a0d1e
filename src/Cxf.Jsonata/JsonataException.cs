using Cxf.Jsonata.Diagnostics;
using Cxf.Jsonata.Limits;

namespace Cxf.Jsonata;

/// <summary>
/// An expression that cannot be compiled or evaluated. It is the only exception that compiling and evaluating throw, besides <see
/// cref="OperationCanceledException"/> for the caller's own token.
/// </summary>
public sealed class JsonataException : Exception
{
    /// <summary>An error of a function that the caller provides.</summary>
    /// <param name="code">A code; JSONata's own are a letter and four digits.</param>
    /// <param name="message">What is wrong.</param>
    public JsonataException(string code, string message)
        : this(code, message, -1) { }

    internal JsonataException(string code, string message, int position, string? token = null)
    {
        Template = message;
        Code = code;
        Position = position;
        Token = token;
    }

    /// <summary>JSONata's code, for example <c>T2001</c>; <c>U1001</c> if a limit stopped the evaluation.</summary>
    public string Code { get; }

    /// <summary>
    /// The offset just after the offending token, in UTF-16 units, as the reference reports it, or -1.
    /// </summary>
    public int Position { get; internal set; }

    /// <summary>The operator, function or token the error is about, or null.</summary>
    public string? Token { get; internal set; }

    /// <summary>The value that the error is about, or undefined.</summary>
    public JsonataValue Value { get; internal init; }

    /// <summary>Whether a limit stopped the evaluation, so that the code is this library's own.</summary>
    public bool IsLimit => Code == LimitErrors.Code;

    /// <summary>JSONata's message.</summary>
    public override string Message => Template.Replace("{token}", "undefined");

    internal string Template { get; set; }

    /// <summary>
    /// Where the functions that the error has left were called last, for the position that the reference reports.
    /// </summary>
    internal Dictionary<object, int>? CallPositions { get; set; }

    /// <summary>The error as a value.</summary>
    public JsonataError ToError() => new(Code, Position, Token, Message);
}

/// <summary>An error of an expression.</summary>
/// <param name="Code">JSONata's code, for example <c>S0202</c>.</param>
/// <param name="Position">The offset just after the offending token in the expression's text, in UTF-16 units, as the reference
/// reports it, or -1.</param>
/// <param name="Token">The offending token, or null.</param>
/// <param name="Message">JSONata's message.</param>
public sealed record JsonataError(string Code, int Position, string? Token, string Message)
{
    /// <summary>The message, the line of the error and a caret below the position.</summary>
    /// <param name="text">The expression's text.</param>
    /// <example><code>
    /// S0202: Expected ")", got "}" (line 2, column 9)
    /// $sum(a}
    /// ^
    /// </code></example>
    public string Render(string text) => CaretText.Render(this, text);
}
