using System.Globalization;

namespace Cxf.Jsonata.Values;

/// <summary>Text that is written to a span that is long enough.</summary>
internal ref struct SpanText(Span<char> text)
{
    private readonly Span<char> _text = text;

    public int Length { get; private set; }

    public void Append(char character) => _text[Length++] = character;

    public void Append(char character, int count)
    {
        _text.Slice(Length, count).Fill(character);
        Length += count;
    }

    public void Append(ReadOnlySpan<char> part)
    {
        part.CopyTo(_text[Length..]);
        Length += part.Length;
    }

    public void Append(int number)
    {
        number.TryFormat(_text[Length..], out var written, provider: CultureInfo.InvariantCulture);
        Length += written;
    }
}
