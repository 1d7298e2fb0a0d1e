using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>Reads the model from the compiler's symbols.</summary>
internal static class FunctionReader
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat;

    public static LambdaFunction Function(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var method = (IMethodSymbol)context.TargetSymbol;
        var returned = method.ReturnType as INamedTypeSymbol;
        var isAwaited = IsTask(returned, "Task");
        var result =
            method.ReturnsVoid ? null
            : !isAwaited ? method.ReturnType
            : returned!.TypeArguments.FirstOrDefault();
        var attributes = method.GetAttributes().Select(attribute => attribute.AttributeClass?.ToDisplayString() ?? "").ToList();
        return new LambdaFunction(
            method.ContainingNamespace.IsGlobalNamespace ? null : method.ContainingNamespace.ToDisplayString(),
            method.ContainingType.Name,
            method.ContainingType.ToDisplayString(Qualified),
            method.Name,
            method.IsStatic,
            method.ReturnType.ToDisplayString(Qualified),
            result?.ToDisplayString(Qualified),
            isAwaited,
            IsTask(returned, "ValueTask"),
            new EquatableList<FunctionParameter>([.. method.Parameters.Select(Parameter)]),
            attributes.Find(KnownNames.IsHttp),
            Serializer(method),
            SourcePlace.Of(method)
        );
    }

    public static LambdaStartup Startup(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var type = (INamedTypeSymbol)context.TargetSymbol;
        var services = type.GetMembers("ConfigureServices")
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.Parameters.Length == 1);
        var host = type.GetMembers("ConfigureHostBuilder")
            .OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.Parameters.Length == 0);
        return new LambdaStartup(
            type.ToDisplayString(Qualified),
            services is not null,
            host is not null,
            (services ?? host)?.IsStatic ?? false,
            SourcePlace.Of(type)
        );
    }

    public static ProjectSettings Settings(Compilation compilation, CancellationToken cancellationToken)
    {
        var global = Attribute(compilation.Assembly, KnownNames.GlobalProperties);
        return new ProjectSettings(
            global?.NamedArguments.FirstOrDefault(argument => argument.Key == "GenerateMain").Value.Value is true,
            global?.NamedArguments.FirstOrDefault(argument => argument.Key == "Runtime").Value.Value as string,
            Serializer(compilation.Assembly),
            compilation.Options.OutputKind is OutputKind.ConsoleApplication or OutputKind.WindowsApplication,
            compilation.GetEntryPoint(cancellationToken) is not null,
            compilation.GetTypeByMetadataName(KnownNames.Bootstrap) is not null
        );
    }

    private static FunctionParameter Parameter(IParameterSymbol parameter)
    {
        var role =
            Attribute(parameter, KnownNames.FromServices) is not null ? ParameterRole.Service
            : parameter.Type.ToDisplayString() == KnownNames.Context ? ParameterRole.Context
            : ParameterRole.Event;
        return new FunctionParameter(parameter.Name, parameter.Type.ToDisplayString(Qualified), role);
    }

    private static string? Serializer(ISymbol symbol) =>
        Attribute(symbol, KnownNames.Serializer)?.ConstructorArguments.FirstOrDefault().Value is ITypeSymbol type
            ? type.ToDisplayString(Qualified)
            : null;

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);

    private static bool IsTask(INamedTypeSymbol? type, string name) =>
        type is not null && type.Name == name && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
}
