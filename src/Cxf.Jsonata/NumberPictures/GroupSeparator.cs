namespace Cxf.Jsonata.NumberPictures;

/// <summary>A separator among digits.</summary>
/// <param name="Position">How many digits stand behind it.</param>
/// <param name="Text">What it is.</param>
internal readonly record struct GroupSeparator(int Position, string Text);
