using System.CommandLine;
using System.Text.Json.Nodes;
using Cxf.Local.Output;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>The files that a command writes into a folder, and what it prints about them.</summary>
/// <param name="folder">The folder.</param>
internal sealed class WrittenFiles(string folder)
{
    private readonly List<string> _files = [];

    /// <summary>Where a file of the folder is.</summary>
    public string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>Writes a file and replaces an existing one.</summary>
    public async Task WriteAsync(string file, string text, CancellationToken cancellationToken)
    {
        await JsonFiles.WriteAsync(PathOf(file), text, cancellationToken);
        _files.Add(file);
    }

    /// <summary>Writes a file that does not exist.</summary>
    public async Task WriteNewAsync(string file, string text, CancellationToken cancellationToken)
    {
        if (await JsonFiles.TryCreateAsync(PathOf(file), text, cancellationToken))
        {
            _files.Add(file);
        }
    }

    /// <summary>Prints the names of the files; for a person also what to do next.</summary>
    public void Print(Lines lines, ParseResult arguments, params ReadOnlySpan<string> next)
    {
        if (arguments.GetValue(TargetOptions.Json))
        {
            var names = _files.Select(file => JsonValue.Create(PathOf(file)));
            lines.WriteWhole(new JsonObject { ["files"] = new JsonArray([.. names]) }.ToJsonString(JsonFiles.Compact));
            return;
        }

        foreach (var file in _files)
        {
            lines.Write(PathOf(file));
        }

        foreach (var line in next)
        {
            lines.Write(line);
        }
    }
}
