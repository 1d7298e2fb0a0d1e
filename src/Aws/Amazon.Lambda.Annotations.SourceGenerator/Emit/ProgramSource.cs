using Amazon.Lambda.Annotations.SourceGenerator.Model;

namespace Amazon.Lambda.Annotations.SourceGenerator.Emit;

/// <summary>Writes Main: one executable with all functions, of which ANNOTATIONS_HANDLER names the one to run.</summary>
internal static class ProgramSource
{
    private const string Builder = "global::Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder";
    private const string Bootstrap = "global::Amazon.Lambda.RuntimeSupport.LambdaBootstrap";
    private const string Task = "global::System.Threading.Tasks.Task";

    public static string Of(IReadOnlyList<LambdaFunction> functions, string? assemblySerializer)
    {
        var source = new SourceText();
        if (functions[0].Namespace is { } space)
        {
            source.Line($"namespace {space};").Line();
        }

        source.Line("/// <summary>Runs the function that ANNOTATIONS_HANDLER names.</summary>");
        source.Line("public class GeneratedProgram").Line("{");
        Main(source);
        Create(source, functions, assemblySerializer);
        return source.Line("}").ToString();
    }

    private static void Main(SourceText source) =>
        source
            .Line("/// <summary>Serves invocations until Lambda ends the process.</summary>")
            .Line($"public static async {Task} Main(string[] args)")
            .Line("{")
            .Line($"{Bootstrap} bootstrap;")
            .Line("try")
            .Line("{")
            .Line("bootstrap = Create(global::System.Environment.GetEnvironmentVariable(\"ANNOTATIONS_HANDLER\"));")
            .Line("}")
            .Line("catch (global::System.Exception exception)")
            .Line("{")
            .Line("// Failing in the initializer tells Lambda why; failing here would not.")
            .Line($"bootstrap = {Builder}.Create(() => {Task}.CompletedTask)")
            .Line($"    .UseBootstrapHandler(() => {Task}.FromException<bool>(exception)).Build();")
            .Line("}")
            .Line()
            .Line("using (bootstrap)")
            .Line("{")
            .Line("await bootstrap.RunAsync();")
            .Line("}")
            .Line("}");

    private static void Create(SourceText source, IReadOnlyList<LambdaFunction> functions, string? assemblySerializer)
    {
        source.Line().Line($"private static {Bootstrap} Create(string handler)").Line("{").Line("switch (handler)").Line("{");
        foreach (var function in functions)
        {
            var handler = $"{char.ToLowerInvariant(function.MethodName[0])}{function.MethodName.Substring(1)}_handler";
            source.Line($"case \"{function.MethodName}\":").Line("{");
            source.Line($"{DelegateType(function)} {handler} = new {function.WrapperType}().{function.MethodName};");
            var serializer = $"new {function.Serializer ?? assemblySerializer}()";
            source.Line($"return {Builder}.Create({handler}, {serializer}).Build();").Line("}");
        }

        var names = string.Join(", ", functions.Select(function => function.MethodName));
        source.Line("default:").Line("{");
        source.Line("throw new global::System.InvalidOperationException(handler is null");
        source.Line($"    ? \"ANNOTATIONS_HANDLER is not set; it must name one of this executable's functions: {names}.\"");
        source.Line(
            $"    : $\"ANNOTATIONS_HANDLER is '{{handler}}'; it must name one of this executable's functions: {names}.\");"
        );
        source.Line("}").Line("}").Line("}");
    }

    private static string DelegateType(LambdaFunction function)
    {
        const string Context = "global::Amazon.Lambda.Core.ILambdaContext";
        var inputs = function.Event is { } input ? $"{input.Type}, {Context}" : Context;
        return function.ReturnType == "void"
            ? $"global::System.Action<{inputs}>"
            : $"global::System.Func<{inputs}, {function.ReturnType}>";
    }
}
