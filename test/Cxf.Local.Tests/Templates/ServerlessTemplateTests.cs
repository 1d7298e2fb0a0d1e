using Cxf.Local.Templates;

namespace Cxf.Local.Tests.Templates;

public sealed class ServerlessTemplateTests : IDisposable
{
    private const string Conditional = """
        Parameters:
          Level: { Type: String, Default: INFO }
          Key: { Type: String, Default: "" }
        Conditions:
          HasKey: !Not [!Equals [!Ref Key, ""]]
          IsLoud: !Or [!Equals [!Ref Level, DEBUG], !Equals [!Ref Level, TRACE]]
          HasBoth: !And [!Condition HasKey, !Condition IsLoud]
        Resources:
          F:
            Type: AWS::Serverless::Function
            Properties:
              AutoPublishAlias: live
              Environment:
                Variables:
                  VALUE: !If [HasBoth, both, !If [HasKey, !Ref Key, !If [IsLoud, loud, !Ref AWS::NoValue]]]
        """;

    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("INFO", "", "")]
    [InlineData("TRACE", "", "loud")]
    [InlineData("INFO", "k", "k")]
    [InlineData("DEBUG", "k", "both")]
    public void A_value_depends_on_the_templates_conditions(string level, string key, string expected)
    {
        File.WriteAllText(_file, Conditional);

        var template = ServerlessTemplate.Read(_file, new Dictionary<string, string> { ["Level"] = level, ["Key"] = key });

        Assert.Equal(expected, Assert.Single(template.Functions).Environment["VALUE"]);
    }

    [Theory]
    [InlineData("!If [Missing, a, b]", "The template has no condition Missing.")]
    [InlineData("!If [Odd, a, b]", "the condition !Contains is not understood here.")]
    public void A_condition_that_cannot_be_decided_is_named(string value, string message)
    {
        File.WriteAllText(
            _file,
            $"""
            Conditions:
              Odd: !Contains [[a], a]
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  AutoPublishAlias: live
                  Environment:
                    Variables:
                      VALUE: {value}
            """
        );

        var thrown = Assert.Throws<TemplateException>(() => ServerlessTemplate.Read(_file, new Dictionary<string, string>()));

        Assert.Contains(message, thrown.Message);
    }

    public void Dispose() => File.Delete(_file);
}
