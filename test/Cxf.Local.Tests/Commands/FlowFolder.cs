using Cxf.Testing;

namespace Cxf.Local.Tests.Commands;

/// <summary>A folder of flow documents of one test, and the commands run on it.</summary>
internal sealed class FlowFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxf-flows-");

    public FlowFolder() => Copy("connections/crm.json");

    public string Path => _folder.FullName;

    /// <summary>A sample flow of acme, changed by a test.</summary>
    public string Add(string flow, Func<string, string>? change = null)
    {
        var file = Copy($"flows/{flow}.json");
        File.WriteAllText(file, (change ?? (text => text))(File.ReadAllText(file)));
        return file;
    }

    /// <summary>The same outside of any tenant's folder.</summary>
    public string AddOutside(string flow, Func<string, string> change) =>
        Write($"{flow}.json", File.ReadAllText(Add(flow, change)));

    private string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        SharedCommand.RunAsync(root =>
            root.Parse(arguments).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)
        );

    public void Dispose() => _folder.Delete(recursive: true);

    private string Copy(string name) =>
        Write($"tenants/acme/{name}", File.ReadAllText(ProjectRoot.Path("src", "Cxf.Local", "Samples", "tenants", "acme", name)));
}
