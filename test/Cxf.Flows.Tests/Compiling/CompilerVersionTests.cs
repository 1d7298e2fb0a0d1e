using Cxf.Documents.Identifiers;
using Cxf.Flows.Compiling;

namespace Cxf.Flows.Tests.Compiling;

public sealed class CompilerVersionTests
{
    [Fact]
    public void A_definition_says_which_compiler_wrote_it()
    {
        var flow = Documents.Read(Documents.With("/description", "\"compiler 1\"")).Flow!;
        var definition = FlowCompiler
            .Compile(
                flow,
                new CompilationTarget(TenantId.Parse("acme"), 7, "arn:aws:lambda:us-east-1:111122223333:function:CallApi")
            )
            .Definition;
        Assert.Equal(CompilerVersion.Current, CompilerVersion.Of(definition));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"StartAt\":\"a\"}")]
    [InlineData("{\"Comment\":\"my machine, compiler 3\"}")]
    [InlineData("{\"StartAt\":\"a\",\"Comment\":\"CXF tenant acme, flow a, version 1, compiler 3\"}")]
    public void A_definition_of_somebody_else_says_nothing(string definition) => Assert.Null(CompilerVersion.Of(definition));
}
