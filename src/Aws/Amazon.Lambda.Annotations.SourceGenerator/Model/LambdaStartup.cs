namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>The class with [LambdaStartup].</summary>
/// <param name="ConfiguresServices">It has <c>ConfigureServices(IServiceCollection)</c>.</param>
/// <param name="ConfiguresHost">It has <c>ConfigureHostBuilder()</c>.</param>
/// <param name="IsStatic">That method is static.</param>
internal sealed record LambdaStartup(
    string Type,
    bool ConfiguresServices,
    bool ConfiguresHost,
    bool IsStatic,
    SourcePlace? Place
);
