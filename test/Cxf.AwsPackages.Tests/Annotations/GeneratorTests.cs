namespace Cxf.AwsPackages.Tests.Annotations;

/// <summary>What the generator writes, and what it refuses.</summary>
public sealed class GeneratorTests
{
    private const string Serializer = "[assembly: LambdaSerializer(typeof(DefaultLambdaJsonSerializer))]\n";
    private const string Main = "[assembly: LambdaGlobalProperties(GenerateMain = true)]\n";

    [Theory]
    [InlineData("public void F(string input) { }")]
    [InlineData("public int F() => 0;")]
    [InlineData("public Task<int> F(ILambdaContext context) => Task.FromResult(0);")]
    [InlineData("public Task F(string input) => Task.CompletedTask;")]
    [InlineData("public string F(string input, ILambdaContext context) => input;")]
    [InlineData("public async Task<List<string>> F(Dictionary<string, int[]> @event) { await Task.Yield(); return null; }")]
    [InlineData("public Stream F(string input) => Stream.Null;")]
    [InlineData("public Task<Stream> F(string input) => Task.FromResult(Stream.Null);")]
    [InlineData("public Task<string> F(Stream input) => Task.FromResult(\"\");")]
    [InlineData("public string F(Stream input, ILambdaContext context) => \"\";")]
    public void Every_form_of_function_gets_a_wrapper_and_a_main_that_compile(string method)
    {
        var compiled = Compiled.From(Serializer + Main + $"namespace N; public class C {{ [LambdaFunction] {method} }}");

        Assert.Empty(compiled.Findings);
        Assert.Empty(compiled.Errors);
        Assert.Equal(["C_F_Generated.g.cs", "Program.g.cs"], compiled.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("public class C_F_Generated", compiled.Sources["C_F_Generated.g.cs"]);
        Assert.Contains("public class GeneratedProgram", compiled.Sources["Program.g.cs"]);
    }

    [Theory]
    [InlineData("public void ConfigureServices(IServiceCollection services) { }")]
    [InlineData("public Microsoft.Extensions.Hosting.HostApplicationBuilder ConfigureHostBuilder() => new();")]
    public void Every_form_of_startup_compiles(string method)
    {
        var compiled = Compiled.From(
            Serializer
                + Main
                + $"[LambdaStartup] public class S {{ {method} }}"
                + "public class C { [LambdaFunction] public string F([FromServices] IServiceProvider services, string "
                + "input) => input; }"
        );

        Assert.Empty(compiled.Findings);
        Assert.Empty(compiled.Errors);
    }

    [Theory]
    [InlineData("public string F(string input) => input;")]
    [InlineData("public void F() { }")]
    [InlineData("public Stream F(Stream input) => input;")]
    public void Without_GenerateMain_a_library_gets_wrappers_only(string method)
    {
        var compiled = Compiled.From(Serializer + $"public class C {{ [LambdaFunction] {method} }}", executable: false);

        Assert.Empty(compiled.Errors);
        Assert.Equal(["C_F_Generated.g.cs"], compiled.Sources.Keys);
    }

    [Theory]
    [InlineData(
        "AWSLambda0101",
        Serializer
            + "[LambdaStartup] public class S { public void ConfigureServices(IServiceCollection s) { } }"
            + "[LambdaStartup] public class T { public void ConfigureServices(IServiceCollection s) { } }"
    )]
    [InlineData("AWSLambda0108", "public class C { [LambdaFunction] public string F(string input) => input; }")]
    [InlineData("AWSLambda0112", "[assembly: LambdaGlobalProperties(Runtime = \"dotnet6\")]")]
    [InlineData("AWSLambda0113", Main + "public class C { }")]
    [InlineData(
        "AWSLambda0114",
        Serializer + Main + "public class C { [LambdaFunction] public string F(string input) => input; static void Main() { } }"
    )]
    [InlineData("AWSLambda0117", Serializer + "public class C { [LambdaFunction] public string F(string a, string b) => a; }")]
    [InlineData(
        "AWSLambda0117",
        Serializer + "public class C { [LambdaFunction] public string F([FromServices] C a, string b) => b; }"
    )]
    [InlineData("AWSLambda0119", Serializer + "[LambdaStartup] public class S { }")]
    [InlineData(
        "AWSLambda0901",
        Serializer
            + "public class C { [LambdaFunction] "
            + "[Amazon.Lambda.Annotations.APIGateway.RestApi(Amazon.Lambda.Annotations.APIGateway.LambdaHttpMethod.Get, "
            + "\"/\")] public string F() => \"\"; }"
    )]
    [InlineData(
        "AWSLambda0902",
        Serializer
            + Main
            + "public class C { [LambdaFunction] public int F() => 0; } public class D { [LambdaFunction] public int F() => 0; }"
    )]
    [InlineData(
        "AWSLambda0903",
        Serializer + "public class C { [LambdaFunction] public static string F(string input) => input; }"
    )]
    [InlineData("AWSLambda0903", Serializer + "public class C { [LambdaFunction] public ValueTask F(string input) => default; }")]
    [InlineData(
        "AWSLambda0903",
        Serializer + "public class C { [LambdaFunction] public ValueTask<int> F(int input) => default; }"
    )]
    [InlineData("AWSLambda0903", Serializer + Main + "public class C { [LambdaFunction] public void F() { } }")]
    [InlineData(
        "AWSLambda0903",
        Serializer + Main + "public class C { [LambdaFunction] public Task F(ILambdaContext c) => null; }"
    )]
    [InlineData(
        "AWSLambda0903",
        Serializer + Main + "public class C { [LambdaFunction] public Stream F(ILambdaContext c) => null; }"
    )]
    [InlineData(
        "AWSLambda0903",
        Serializer + Main + "public class C { [LambdaFunction] public Stream F(Stream input) => input; }"
    )]
    [InlineData("AWSLambda0903", Serializer + Main + "public class C { [LambdaFunction] public Task F(Stream input) => null; }")]
    [InlineData(
        "AWSLambda0903",
        Serializer + Main + "public class C { [LambdaFunction] public Task<Stream> F(Stream input) => null; }"
    )]
    [InlineData(
        "AWSLambda0903",
        Serializer + "[LambdaStartup] public class S { public static void ConfigureServices(IServiceCollection s) { } }"
    )]
    public void What_cannot_work_is_an_error_of_the_build(string id, string source)
    {
        var compiled = Compiled.From(source);

        Assert.Equal([id], compiled.Findings.Select(finding => finding.Id).Distinct());
        Assert.Empty(compiled.Sources);
    }

    [Fact]
    public void All_problems_are_reported_at_once_and_where_they_are()
    {
        var compiled = Compiled.From(
            Main + "public class C { [LambdaFunction] public string F(string a, string b) => a; }",
            executable: false
        );

        Assert.Equal(
            ["AWSLambda0108", "AWSLambda0111", "AWSLambda0117"],
            compiled.Findings.Select(finding => finding.Id).Order(StringComparer.Ordinal)
        );
        Assert.Contains(compiled.Findings, finding => finding.Location.GetLineSpan().Path == "Functions.cs");
    }

    [Fact]
    public void No_source_names_a_template()
    {
        var compiled = Compiled.From(
            Serializer + Main + "public class C { [LambdaFunction] public string F(string input) => input; }"
        );

        Assert.DoesNotContain(compiled.Sources.Values, source => source.Contains("template", StringComparison.OrdinalIgnoreCase));
    }
}
