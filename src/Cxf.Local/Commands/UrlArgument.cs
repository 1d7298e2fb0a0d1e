using System.CommandLine.Parsing;

namespace Cxf.Local.Commands;

/// <summary>An option's value as an http or https URL.</summary>
internal static class UrlArgument
{
    public static Uri? Read(ArgumentResult result)
    {
        var text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        result.AddError($"{(result.Parent as OptionResult)?.Option.Name} takes an http or https URL, not \"{text}\".");
        return null;
    }
}
