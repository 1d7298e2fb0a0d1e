using System.Globalization;
using Cxf.ApiCalls.Connections;
using Cxf.Documents;
using Cxf.Flows;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cxf.Local.Output;

/// <summary>
/// Prints diagnostics as compilers do, so that editors and terminals can jump to them: <c>file:line:column: severity CODE
/// message</c>, the line with a mark under the location, and the fix.
/// </summary>
internal sealed class DiagnosticPrinter(Lines lines)
{
    /// <summary>The maximum number of characters of a line that are shown.</summary>
    private const int ShownCharacters = 120;

    /// <summary>The columns before a line of the document.</summary>
    private const int MarginWidth = 8;

    /// <summary>Problems whose line contains a secret, which must not be printed.</summary>
    private static readonly string[] Secrets =
    [
        FlowCodes.PlainSecret,
        ConnectionCodes.SecretInDocument,
        ConnectionCodes.SecretInHeader,
    ];

    /// <summary>Prints the diagnostics of one document.</summary>
    public void Print(string file, string text, IEnumerable<Diagnostic> diagnostics)
    {
        var source = text.ReplaceLineEndings("\n").Split('\n');
        var all = diagnostics.ToList();
        var secret = all.Where(diagnostic => Secrets.Contains(diagnostic.Code)).Select(diagnostic => diagnostic.Line).ToHashSet();
        foreach (var diagnostic in all)
        {
            var color = ColorOf(diagnostic.Severity);
            lines.Write(
                ($"{file}:{diagnostic.Line}:{diagnostic.Column}: ", Color.Default),
                ($"{WordOf(diagnostic.Severity)} {diagnostic.Code} ", color),
                (diagnostic.Message, Color.Default)
            );
            if (!secret.Contains(diagnostic.Line))
            {
                PrintPlace(source, diagnostic, color);
            }

            lines.Write($"       Fix: {diagnostic.Fix}");
        }
    }

    /// <summary>A severity as it is printed.</summary>
    public static string WordOf(DiagnosticSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>The color of a severity.</summary>
    public static Color ColorOf(DiagnosticSeverity severity) =>
        severity switch
        {
            DiagnosticSeverity.Error => Color.Red,
            DiagnosticSeverity.Warning => Color.Yellow,
            _ => Color.Blue,
        };

    private void PrintPlace(string[] source, Diagnostic diagnostic, Color color)
    {
        if (diagnostic.Line > source.Length)
        {
            return;
        }

        // A control character would move the caret, or command the terminal.
        var line = string.Concat(source[diagnostic.Line - 1].Select(c => char.IsControl(c) ? ' ' : c));
        var place = Math.Min(diagnostic.Column - 1, line.Length);
        var shownCharacters = Math.Min(ShownCharacters, (lines.Width ?? int.MaxValue) - MarginWidth - 1);
        var from =
            line.Length <= shownCharacters ? 0 : Math.Clamp(place - (shownCharacters / 2), 0, line.Length - shownCharacters);
        var shown = line.Substring(from, Math.Min(shownCharacters, line.Length - from));
        lines.WriteWhole($"{diagnostic.Line.ToString(CultureInfo.InvariantCulture), 5} | {shown}");
        lines.Write(($"      | {new string(' ', Columns(line[from..place]))}", Color.Default), ("^", color));
    }

    // A terminal shows some characters, such as those of Chinese or emoji, in two columns.
    private static int Columns(string text) => new Segment(text).CellCount();
}
