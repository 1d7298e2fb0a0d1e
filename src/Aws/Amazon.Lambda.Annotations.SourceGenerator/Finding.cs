using Amazon.Lambda.Annotations.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>What the generator reports, under the ids of AWS's generator where that reports the same.</summary>
internal static class Finding
{
    /// <summary>The one finding without a counterpart: AWS's generator has these wrappers.</summary>
    public static readonly DiagnosticDescriptor HttpFunction = Error(
        "AWSLambda0901",
        "HTTP functions need the package",
        "{0} has {1}; the generator in this repository has no wrappers for HTTP events: build with -p:AwsPackages=NuGet"
    );

    public static readonly DiagnosticDescriptor SeveralStartups = Error(
        "AWSLambda0101",
        "Several startup classes",
        "{0} has [LambdaStartup], but so has {1}; a project may have one such class"
    );

    public static readonly DiagnosticDescriptor MissingRuntimeSupport = Error(
        "AWSLambda0104",
        "Amazon.Lambda.RuntimeSupport is missing",
        "GenerateMain needs Amazon.Lambda.RuntimeSupport: "
            + "add <AwsPackage Include=\"Amazon.Lambda.RuntimeSupport\" /> to the project"
    );

    public static readonly DiagnosticDescriptor MissingSerializer = Error(
        "AWSLambda0108",
        "No serializer",
        "{0} has no serializer: add [assembly: LambdaSerializer(typeof(...))] "
            + "with an ILambdaSerializer that has a constructor without parameters"
    );

    public static readonly DiagnosticDescriptor NotExecutable = Error(
        "AWSLambda0111",
        "Not an executable",
        "GenerateMain needs <OutputType>Exe</OutputType> in the project"
    );

    public static readonly DiagnosticDescriptor UnknownRuntime = Error(
        "AWSLambda0112",
        "Unknown runtime",
        "Runtime is '{0}'; it must be one of {1}"
    );

    public static readonly DiagnosticDescriptor NoFunctions = Error(
        "AWSLambda0113",
        "No functions",
        "GenerateMain is set, but no method has [LambdaFunction]"
    );

    public static readonly DiagnosticDescriptor MainExists = Error(
        "AWSLambda0114",
        "A Main exists",
        "GenerateMain is set, but the project already has a Main; remove one of the two"
    );

    public static readonly DiagnosticDescriptor BadSignature = Error(
        "AWSLambda0117",
        "Unsupported signature",
        "{0} {1}; a function takes at most one event, an ILambdaContext, and [FromServices] parameters"
    );

    /// <summary>What AWS's generator accepts and then writes code for that does not compile or does not work.</summary>
    public static readonly DiagnosticDescriptor UnusableForm = Error(
        "AWSLambda0903",
        "Form without a working wrapper",
        "{0} {1}; {2}"
    );

    public static readonly DiagnosticDescriptor BothStartupMethods = Error(
        "AWSLambda0119",
        "Two startup methods",
        "{0} has both ConfigureServices and ConfigureHostBuilder; keep one"
    );

    public static readonly DiagnosticDescriptor NoStartupMethod = Error(
        "AWSLambda0119",
        "No startup method",
        "{0} has neither ConfigureServices(IServiceCollection) nor ConfigureHostBuilder()"
    );

    public static readonly DiagnosticDescriptor SameName = Error(
        "AWSLambda0902",
        "Functions of the same name",
        "{0} and {1} are both chosen by ANNOTATIONS_HANDLER={2}; rename one of the methods"
    );

    public static Diagnostic At(DiagnosticDescriptor descriptor, SourcePlace? place, params object[] arguments) =>
        Diagnostic.Create(descriptor, place?.ToLocation() ?? Location.None, arguments);

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, "AWSLambdaCSharpGenerator", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
