using System.Reflection;
using Cxf.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cxf.AwsPackages.Tests.Annotations;

/// <summary>A small project compiled with the generator, in memory.</summary>
internal sealed record Compiled(
    IReadOnlyList<Diagnostic> Findings,
    IReadOnlyList<Diagnostic> Errors,
    IReadOnlyDictionary<string, string> Sources
)
{
    private const string Usings = """
        using System; using System.IO; using System.Threading.Tasks; using System.Collections.Generic;
        using Amazon.Lambda.Annotations; using Amazon.Lambda.Core; using Amazon.Lambda.Serialization.SystemTextJson;
        using Microsoft.Extensions.DependencyInjection;

        """;

    // All compilations begin with it and share what it reads of some three hundred assemblies.
    private static readonly CSharpCompilation Empty = CSharpCompilation.Create("Project", references: References());

    public static Compiled From(string source, bool executable = true)
    {
        var compilation = Empty
            .WithOptions(
                new CSharpCompilationOptions(executable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary)
            )
            .AddSyntaxTrees(
                CSharpSyntaxTree.ParseText(
                    Usings + source,
                    path: "Functions.cs",
                    cancellationToken: TestContext.Current.CancellationToken
                )
            );
        var driver = CSharpGeneratorDriver
            .Create(Generator())
            .RunGeneratorsAndUpdateCompilation(
                compilation,
                out var after,
                out var findings,
                TestContext.Current.CancellationToken
            );
        var errors = after
            .GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(one => one.Severity == DiagnosticSeverity.Error);
        var sources = driver
            .GetRunResult()
            .Results.Single()
            .GeneratedSources.ToDictionary(one => one.HintName, one => one.SourceText.ToString());
        return new Compiled([.. findings], [.. errors], sources);
    }

    // The compiler loads it from its own folder too; a reference would put it among the product's assemblies.
    private static ISourceGenerator Generator()
    {
        const string Name = "Amazon.Lambda.Annotations.SourceGenerator";
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var path = ProjectRoot.Path("src", "Aws", Name, "bin", configuration, "netstandard2.0", Name + ".dll");
        var type = Assembly.LoadFrom(path).GetType($"{Name}.LambdaAnnotationsGenerator", throwOnError: true)!;
        return ((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator();
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
}
