using Cxf.Testing;

namespace Cxf.Architecture.Tests;

/// <summary>
/// The longest line. RCS0056 reports code while it is compiled, but leaves out comments and lines that end with a text.
/// </summary>
public sealed class LineLengths
{
    private const int Max = 130;

    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    [Theory]
    [InlineData("src")]
    [InlineData("test")]
    public void No_line_of_code_is_longer_than_130_columns(string folder)
    {
        var files = FilesIn(ProjectRoot.Path(folder)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(LongLines));
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs")
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(inner => !NotOurs.Contains(Path.GetFileName(inner)))
                    .SelectMany(FilesIn)
            );

    private static IEnumerable<string> LongLines(string file) =>
        File.ReadLines(file)
            .Index()
            .Where(line => line.Item.Length > Max)
            .Select(line => $"{Path.GetRelativePath(ProjectRoot.Folder, file)}:{line.Index + 1}");
}
