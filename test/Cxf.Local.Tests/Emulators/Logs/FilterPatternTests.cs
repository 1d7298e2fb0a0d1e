using Cxf.Local.Emulators;
using Cxf.Local.Emulators.Logs;

namespace Cxf.Local.Tests.Emulators.Logs;

public sealed class FilterPatternTests
{
    private const string Logged = """
        {"type": "ExecutionFailed", "execution_arn": "arn:aws:states:us-east-1:1:express:cxf-a:c-1-00ff:7",
         "details": {"error": "A"}}
        """;

    [Theory]
    [InlineData("", true)]
    [InlineData("ExecutionFailed", true)]
    [InlineData("\"TaskFailed\"", false)]
    [InlineData("{ $.type = \"ExecutionFailed\" }", true)]
    [InlineData("{ $.type = ExecutionFailed }", true)]
    [InlineData("{ $.type != \"ExecutionFailed\" }", false)]
    [InlineData("{ $.details.error = \"A\" }", true)]
    [InlineData("{ $.details.cause = \"A\" }", false)]
    [InlineData("{ $.execution_arn = \"*:c-1-*\" }", true)]
    [InlineData("{ $.execution_arn = \"*:express:cxf-*:c-1-*:*\" }", true)]
    [InlineData("{ $.execution_arn = \"*:c-2-*\" }", false)]
    [InlineData("{ ($.type = \"X\" || $.type = \"ExecutionFailed\") && $.details.error = \"A\" }", true)]
    [InlineData("{ $.type = \"X\" || $.type = \"ExecutionFailed\" && $.details.error = \"B\" }", false)]
    public void A_pattern_selects_events(string pattern, bool isSelected) =>
        Assert.Equal(isSelected, FilterPattern.Parse(pattern)(Logged));

    [Theory]
    [InlineData("{ $.type }")]
    [InlineData("{ $.type = \"X }")]
    [InlineData("{ ($.type = \"X\" }")]
    [InlineData("{ $.type = \"X\" ; }")]
    public void A_pattern_that_is_not_valid_is_refused(string pattern) =>
        Assert.Equal("InvalidParameterException", Assert.Throws<ServiceException>(() => FilterPattern.Parse(pattern)).Code);
}
