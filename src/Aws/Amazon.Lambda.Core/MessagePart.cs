namespace Amazon.Lambda.Core;

/// <summary>A part of a log message: literal text, or a place that an argument fills.</summary>
/// <param name="Text">The literal text, or the place as it is written.</param>
/// <param name="Name">The place's name; null for literal text.</param>
/// <param name="Format">The place's format; null without one.</param>
internal readonly record struct MessagePart(string Text, string Name, string Format)
{
    public bool IsPlace => Name is not null;
}
