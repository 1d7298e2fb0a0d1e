namespace Cxf.Jsonata.Values;

/// <summary>How values are printed.</summary>
/// <param name="FifteenDigits">Numbers are first cut to 15 significant digits, as <c>$string</c> does.</param>
/// <param name="Indented">Two spaces for each level, as <c>$string(value, true)</c> prints.</param>
internal readonly record struct JsonTextForm(bool FifteenDigits, bool Indented);
