using System.CommandLine.Parsing;
using System.Globalization;

namespace Cxf.Local.Commands;

/// <summary>A whole number on the command line.</summary>
internal static class WholeNumber
{
    public static int Read(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            var name = (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;
            result.AddError($"{name} takes a whole number, not \"{text}\".");
        }

        return number;
    }
}
