using Cxf.Jsonata.Values;

namespace Cxf.Jsonata.NumberPictures;

/// <summary>The characters with a meaning in a picture of <c>$formatNumber</c> (XPath, decimal formats).</summary>
internal sealed class DecimalSymbols
{
    private readonly Dictionary<string, string> _symbols = new(StringComparer.Ordinal)
    {
        ["decimal-separator"] = ".",
        ["grouping-separator"] = ",",
        ["exponent-separator"] = "e",
        ["infinity"] = "Infinity",
        ["minus-sign"] = "-",
        ["NaN"] = "NaN",
        ["percent"] = "%",
        ["per-mille"] = "\u2030",
        ["zero-digit"] = "0",
        ["digit"] = "#",
        ["pattern-separator"] = ";",
    };

    public string DecimalSeparator => _symbols["decimal-separator"];

    public string GroupingSeparator => _symbols["grouping-separator"];

    public string ExponentSeparator => _symbols["exponent-separator"];

    public string MinusSign => _symbols["minus-sign"];

    public string Percent => _symbols["percent"];

    public string PerMille => _symbols["per-mille"];

    public string Digit => _symbols["digit"];

    public string PatternSeparator => _symbols["pattern-separator"];

    public char Zero => _symbols["zero-digit"] is [var zero, ..] ? zero : '0';

    /// <summary>The defaults, with replacements from the options.</summary>
    public static DecimalSymbols Read(in JsonataValue options)
    {
        var symbols = new DecimalSymbols();
        if (options.IsObject)
        {
            var properties = new PropertyList(options);
            for (var index = 0; index < properties.Count; index++)
            {
                if (properties.ValueAt(index).TryGetString(out var symbol))
                {
                    symbols._symbols[properties.NameAt(index)] = symbol;
                }
            }
        }

        return symbols;
    }

    public bool IsDigit(char character) => character >= Zero && character < Zero + 10;

    /// <summary>A digit of the picture, mandatory or optional.</summary>
    public bool IsAnyDigit(char character) => IsDigit(character) || Is(character, Digit);

    public bool IsActive(char character) =>
        IsAnyDigit(character)
        || Is(character, DecimalSeparator)
        || Is(character, ExponentSeparator)
        || Is(character, GroupingSeparator)
        || Is(character, PatternSeparator);

    public bool IsExponentSeparator(char character) => Is(character, ExponentSeparator);

    private static bool Is(char character, string symbol) => symbol.Length == 1 && symbol[0] == character;
}
