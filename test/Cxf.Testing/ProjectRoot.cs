using System.Reflection;

namespace Cxf.Testing;

/// <summary>The checkout that the tests were built from.</summary>
public static class ProjectRoot
{
    /// <summary>The folder that holds <c>Cxf.Serverless.sln</c>.</summary>
    public static string Folder { get; } =
        typeof(ProjectRoot)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "CxfRoot")
            .Value!;

    /// <summary>A path inside the checkout.</summary>
    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Folder, .. parts]);
}
