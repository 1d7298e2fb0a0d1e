using Amazon.Lambda.Annotations.SourceGenerator.Model;
using Microsoft.CodeAnalysis;

namespace Amazon.Lambda.Annotations.SourceGenerator;

/// <summary>Everything that is wrong with a project's functions, at once.</summary>
internal static class ProjectCheck
{
    public static IEnumerable<Diagnostic> Problems(
        IReadOnlyList<LambdaFunction> functions,
        IReadOnlyList<LambdaStartup> startups,
        ProjectSettings settings
    ) =>
        functions
            .SelectMany(function => OfFunction(function, startups.Count > 0, settings))
            .Concat(OfStartups(startups))
            .Concat(settings.GenerateMain ? OfMain(functions, settings) : [])
            .Concat(
                settings.Runtime is { } runtime && !KnownNames.Runtimes.Contains(runtime)
                    ? [Finding.At(Finding.UnknownRuntime, null, runtime, string.Join(", ", KnownNames.Runtimes))]
                    : []
            );

    private static IEnumerable<Diagnostic> OfFunction(LambdaFunction function, bool hasStartup, ProjectSettings settings)
    {
        var name = $"{function.ClassName}.{function.MethodName}";
        if (function.HttpAttribute is { } attribute)
        {
            yield return Finding.At(Finding.HttpFunction, function.Place, name, attribute);
        }

        if (function.Parameters.Count(parameter => parameter.Role == ParameterRole.Event) > 1)
        {
            yield return Finding.At(Finding.BadSignature, function.Place, name, "takes several events");
        }

        if (!hasStartup && function.Parameters.Any(parameter => parameter.Role == ParameterRole.Service))
        {
            yield return Finding.At(
                Finding.BadSignature,
                function.Place,
                name,
                "has [FromServices] parameters, but no class has [LambdaStartup]"
            );
        }

        if (function.IsStatic)
        {
            yield return Finding.At(Finding.UnusableForm, function.Place, name, "is static", "make it an instance method");
        }

        if (function.IsValueTask)
        {
            yield return Finding.At(Finding.UnusableForm, function.Place, name, "returns a ValueTask", "return a Task");
        }

        if (settings.GenerateMain && !function.FitsMain)
        {
            yield return Finding.At(
                Finding.UnusableForm,
                function.Place,
                name,
                "takes no event or a Stream and returns nothing or a Stream, which GenerateMain cannot run",
                "take another event or return another value"
            );
        }

        if ((function.Serializer ?? settings.Serializer) is null)
        {
            yield return Finding.At(Finding.MissingSerializer, function.Place, name);
        }
    }

    private static IEnumerable<Diagnostic> OfStartups(IReadOnlyList<LambdaStartup> startups)
    {
        foreach (var startup in startups)
        {
            if (startup != startups[0])
            {
                yield return Finding.At(Finding.SeveralStartups, startup.Place, startup.Type, startups[0].Type);
            }

            if (startup.ConfiguresHost == startup.ConfiguresServices)
            {
                var finding = startup.ConfiguresHost ? Finding.BothStartupMethods : Finding.NoStartupMethod;
                yield return Finding.At(finding, startup.Place, startup.Type);
            }

            if (startup.IsStatic)
            {
                yield return Finding.At(
                    Finding.UnusableForm,
                    startup.Place,
                    startup.Type,
                    "has a static startup method",
                    "make it an instance method"
                );
            }
        }
    }

    private static IEnumerable<Diagnostic> OfMain(IReadOnlyList<LambdaFunction> functions, ProjectSettings settings)
    {
        if (!settings.IsExecutable)
        {
            yield return Finding.At(Finding.NotExecutable, null);
        }

        if (settings.HasMain)
        {
            yield return Finding.At(Finding.MainExists, null);
        }

        if (!settings.HasRuntimeSupport)
        {
            yield return Finding.At(Finding.MissingRuntimeSupport, null);
        }

        if (functions.Count == 0)
        {
            yield return Finding.At(Finding.NoFunctions, null);
        }

        foreach (var same in functions.GroupBy(function => function.MethodName).Where(group => group.Count() > 1))
        {
            yield return Finding.At(Finding.SameName, same.Last().Place, same.First().ClassName, same.Last().ClassName, same.Key);
        }
    }
}
