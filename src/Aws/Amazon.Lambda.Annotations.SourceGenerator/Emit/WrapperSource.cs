using Amazon.Lambda.Annotations.SourceGenerator.Model;

namespace Amazon.Lambda.Annotations.SourceGenerator.Emit;

/// <summary>
/// Writes a function's wrapper: a class that Lambda can create and call, with its own container, so that an executable with
/// several functions builds only what the chosen function needs.
/// </summary>
internal static class WrapperSource
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    private const string Collection = "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";

    public static string Of(LambdaFunction function, LambdaStartup? startup, string serializer)
    {
        var source = new SourceText();
        if (function.Namespace is { } space)
        {
            source.Line($"namespace {space};").Line();
        }

        source.Line($"/// <summary>Lets Lambda call <see cref=\"{function.ClassType}.{function.MethodName}\"/>.</summary>");
        source.Line($"public class {function.WrapperName}").Line("{");
        if (startup is not null)
        {
            source.Line("private readonly global::System.IServiceProvider serviceProvider;");
        }
        else
        {
            source.Line($"private readonly {function.ClassType} {Variable(function)};");
        }

        Constructor(source, function, startup, serializer);
        Handler(source, function, startup);
        NameOurselves(source);
        return source.Line("}").ToString();
    }

    private static void Constructor(SourceText source, LambdaFunction function, LambdaStartup? startup, string serializer)
    {
        source.Line().Line("/// <summary>Sets up what the function needs; Lambda calls it once per process.</summary>");
        source.Line($"public {function.WrapperName}()").Line("{").Line("SetExecutionEnvironment();");
        if (startup is { ConfiguresHost: true })
        {
            source.Line($"var builder = new {startup.Type}().ConfigureHostBuilder();");
            Register(source, "builder.Services", function, serializer);
            source.Line("serviceProvider = builder.Build().Services;");
            Resolve(source, function, serializer);
        }
        else if (startup is not null)
        {
            source.Line("var services = new global::Microsoft.Extensions.DependencyInjection.ServiceCollection();");
            // Before the startup's own registrations, so that those can replace them.
            Register(source, "services", function, serializer);
            source.Line($"new {startup.Type}().ConfigureServices(services);");
            source.Line(
                "serviceProvider = global::Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions"
                    + ".BuildServiceProvider(services);"
            );
            Resolve(source, function, serializer);
        }
        else
        {
            source.Line($"{Variable(function)} = new {function.ClassType}();");
        }

        source.Line("}");
    }

    private static void Register(SourceText source, string services, LambdaFunction function, string serializer)
    {
        source.Line($"{Collection}.AddSingleton<{function.ClassType}>({services});");
        source.Line($"{Collection}.AddSingleton<{serializer}>({services});");
    }

    // Whatever cannot be made fails at start, where Lambda reports it, not at the first call.
    private static void Resolve(SourceText source, LambdaFunction function, string serializer)
    {
        source.Line($"_ = {Services}.GetRequiredService<{function.ClassType}>(serviceProvider);");
        source.Line($"_ = {Services}.GetRequiredService<{serializer}>(serviceProvider);");
    }

    private static void Handler(SourceText source, LambdaFunction function, LambdaStartup? startup)
    {
        var input = function.Event is { } one ? $"{one.Type} {Escape(one.Name)}, " : "";
        source.Line().Line("/// <summary>The handler.</summary>");
        source
            .Line(
                $"public {(function.IsAwaited ? "async " : "")}{function.ReturnType} {function.MethodName}"
                    + $"({input}global::Amazon.Lambda.Core.ILambdaContext __context__)"
            )
            .Line("{");
        if (startup is not null)
        {
            source.Line($"using var scope = {Services}.CreateScope(serviceProvider);");
            source.Line(
                $"var {Variable(function)} = {Services}.GetRequiredService<{function.ClassType}>(scope.ServiceProvider);"
            );
        }

        var arguments = string.Join(
            ", ",
            function.Parameters.Select(parameter =>
                parameter.Role switch
                {
                    ParameterRole.Context => "__context__",
                    ParameterRole.Service => $"{Services}.GetRequiredService<{parameter.Type}>(scope.ServiceProvider)",
                    _ => Escape(parameter.Name),
                }
            )
        );
        var call = $"{Variable(function)}.{function.MethodName}({arguments})";
        source.Line((function.Result is null ? "" : "return ") + (function.IsAwaited ? "await " : "") + call + ";").Line("}");
    }

    /// <summary>Tells AWS, as its own generator does, that the function was made with annotations.</summary>
    private static void NameOurselves(SourceText source) =>
        source
            .Line()
            .Line("private static void SetExecutionEnvironment()")
            .Line("{")
            .Line("const string Name = \"AWS_EXECUTION_ENV\";")
            .Line("var environment = global::System.Environment.GetEnvironmentVariable(Name);")
            .Line("var prefix = string.IsNullOrEmpty(environment) ? \"\" : environment + \"_\";")
            .Line("global::System.Environment.SetEnvironmentVariable(Name, prefix + \"lib/amazon-lambda-annotations#2.3.0.0\");")
            .Line("}");

    private static string Variable(LambdaFunction function) =>
        Escape(char.ToLowerInvariant(function.ClassName[0]) + function.ClassName.Substring(1));

    // Any identifier may be written with @, a keyword must be.
    private static string Escape(string name) => "@" + name;
}
