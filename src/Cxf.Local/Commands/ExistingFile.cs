using System.CommandLine;
using System.CommandLine.Parsing;

namespace Cxf.Local.Commands;

/// <summary>A file that must be there. System.CommandLine's own rule lets a folder pass, which then cannot be read.</summary>
internal static class ExistingFile
{
    /// <summary>Rejects a path that does not exist or is a folder.</summary>
    public static Argument<FileInfo> AcceptExistingFile(this Argument<FileInfo> argument)
    {
        argument.AcceptExistingOnly().Validators.Add(RefuseFolders);
        return argument;
    }

    /// <inheritdoc cref="AcceptExistingFile(Argument{FileInfo})" />
    public static Option<FileInfo> AcceptExistingFile(this Option<FileInfo> option)
    {
        option.AcceptExistingOnly().Validators.Add(RefuseFolders);
        return option;
    }

    /// <summary>Rejects a folder where a file is expected.</summary>
    public static void RefuseFolders(SymbolResult result)
    {
        foreach (var token in result.Tokens.Where(token => Directory.Exists(token.Value)))
        {
            result.AddError($"\"{token.Value}\" is a folder; name a file.");
        }
    }
}
