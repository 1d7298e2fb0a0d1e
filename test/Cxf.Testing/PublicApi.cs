using System.Reflection;
using PublicApiGenerator;

namespace Cxf.Testing;

/// <summary>
/// What a library offers to others, held against the list beside its tests: a change of it is seen in review, never by chance.
/// </summary>
public static class PublicApi
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    /// <summary>
    /// Compares with <c>PublicApi.txt</c> in the folder of the library's tests, or writes that file: see
    /// <see cref="GoldenFile"/>.
    /// </summary>
    public static void Matches(Assembly library) =>
        GoldenFile.Matches(
            ProjectRoot.Path("test", library.GetName().Name + ".Tests", "PublicApi.txt"),
            library.GeneratePublicApi(Options) + "\n"
        );
}
