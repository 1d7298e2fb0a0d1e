namespace Amazon.Lambda.Core;

/// <summary>A part of a log message: literal text, or a placeholder for an argument.</summary>
/// <param name="Text">The literal text, or the placeholder as written.</param>
/// <param name="Name">The placeholder's name; null for literal text.</param>
/// <param name="Format">The placeholder's format; null if it has none.</param>
internal readonly record struct MessagePart(string Text, string Name, string Format)
{
    public bool IsPlace => Name is not null;
}
