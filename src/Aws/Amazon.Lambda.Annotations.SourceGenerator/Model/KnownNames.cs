namespace Amazon.Lambda.Annotations.SourceGenerator.Model;

/// <summary>The names by which the generator knows attributes and types.</summary>
internal static class KnownNames
{
    public const string Function = "Amazon.Lambda.Annotations.LambdaFunctionAttribute";
    public const string Startup = "Amazon.Lambda.Annotations.LambdaStartupAttribute";
    public const string GlobalProperties = "Amazon.Lambda.Annotations.LambdaGlobalPropertiesAttribute";
    public const string FromServices = "Amazon.Lambda.Annotations.FromServicesAttribute";
    public const string Serializer = "Amazon.Lambda.Core.LambdaSerializerAttribute";
    public const string Context = "Amazon.Lambda.Core.ILambdaContext";
    public const string Bootstrap = "Amazon.Lambda.RuntimeSupport.LambdaBootstrapBuilder";

    /// <summary>The Lambda runtimes that [LambdaGlobalProperties] may name.</summary>
    public static IReadOnlyList<string> Runtimes { get; } = ["provided.al2", "provided.al2023", "dotnet8", "dotnet10"];

    /// <summary>Attributes whose functions need wrappers that read and write HTTP events.</summary>
    public static bool IsHttp(string attribute) =>
        attribute.StartsWith("Amazon.Lambda.Annotations.APIGateway.", StringComparison.Ordinal)
        || attribute.StartsWith("Amazon.Lambda.Annotations.ALB.", StringComparison.Ordinal);
}
