using Amazon.Lambda.Annotations.SourceGenerator.Emit;
using Amazon.Lambda.Annotations.SourceGenerator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>
/// Generates, as AWS's generator of the same name does, a class <c>&lt;Class&gt;_&lt;Method&gt;_Generated</c> for each
/// [LambdaFunction] and, with GenerateMain, the Main that runs one of them. It writes no files: template.yaml is kept by hand.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class LambdaAnnotationsGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var functions = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.Function,
                (node, _) => node is MethodDeclarationSyntax,
                FunctionReader.Function
            )
            .Collect();
        var startups = context
            .SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.Startup,
                (node, _) => node is ClassDeclarationSyntax,
                FunctionReader.Startup
            )
            .Collect();
        var settings = context.CompilationProvider.Select(FunctionReader.Settings);

        context.RegisterSourceOutput(
            functions.Combine(startups).Combine(settings),
            (output, found) => Generate(output, found.Left.Left, found.Left.Right, found.Right)
        );
    }

    private static void Generate(
        SourceProductionContext output,
        IReadOnlyList<LambdaFunction> functions,
        IReadOnlyList<LambdaStartup> startups,
        ProjectSettings settings
    )
    {
        var problems = ProjectCheck.Problems(functions, startups, settings).ToList();
        problems.ForEach(output.ReportDiagnostic);
        if (problems.Count > 0)
        {
            return;
        }

        foreach (var function in functions)
        {
            var serializer = function.Serializer ?? settings.Serializer!;
            output.AddSource($"{function.WrapperName}.g.cs", WrapperSource.Of(function, startups.FirstOrDefault(), serializer));
        }

        if (settings.GenerateMain)
        {
            output.AddSource("Program.g.cs", ProgramSource.Of(functions, settings.Serializer));
        }
    }
}
