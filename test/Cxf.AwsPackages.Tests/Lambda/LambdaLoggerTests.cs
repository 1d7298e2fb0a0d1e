using Amazon.Lambda.Core;
using Amazon.Lambda.TestUtilities;

namespace Cxf.AwsPackages.Tests.Lambda;

/// <summary>The logging interface's own implementations.</summary>
public sealed class LambdaLoggerTests
{
    [Fact]
    public void A_logger_with_only_the_two_required_methods_can_be_used_through_all_others()
    {
        var lines = new List<string>();
        ILambdaLogger logger = new OnlyWhatMustBe(lines);

        logger.LogInformation("a {Name} of {Size:000}", "file", 7);
        logger.LogWarning("plain");
        logger.Log(LogLevel.Error, "{{literal}} {@Thing}", "x");
        logger.LogError(new InvalidOperationException("broken"), "while {Doing}", "reading");
        logger.LogDebug("too few {A} {B}", 1);

        Assert.Equal("a file of 007", lines[0]);
        Assert.Equal("plain", lines[1]);
        Assert.Equal("{literal} x", lines[2]);
        Assert.StartsWith("while reading" + Environment.NewLine + "System.InvalidOperationException: broken", lines[3]);
        Assert.Equal("too few 1 {B}", lines[4]);
    }

    [Theory]
    [InlineData(LogLevel.Trace, "Trace")]
    [InlineData(LogLevel.Debug, "Debug")]
    [InlineData(LogLevel.Information, "Information")]
    [InlineData(LogLevel.Warning, "Warning")]
    [InlineData(LogLevel.Error, "Error")]
    [InlineData(LogLevel.Critical, "Critical")]
    public void A_level_is_known_by_its_name(LogLevel level, string name)
    {
        var logger = new TestLambdaLogger();

        ((ILambdaLogger)logger).Log(level, "message");

        Assert.Equal(name + ": message" + Environment.NewLine, logger.Buffer.ToString());
    }

    [Fact]
    public void A_test_context_has_a_logger_and_nothing_else()
    {
        var context = new TestLambdaContext();

        Assert.IsType<TestLambdaLogger>(context.Logger);
        Assert.Null(context.AwsRequestId);
        Assert.Null(context.ClientContext);
        Assert.Equal(TimeSpan.Zero, context.RemainingTime);
    }

    [Fact]
    public void A_context_without_the_newer_members_has_none()
    {
        ILambdaContext context = new OlderContext();

        Assert.Null(context.TenantId);
        Assert.Null(context.TraceId);
        Assert.Null(context.Serializer);
    }

    private sealed class OnlyWhatMustBe(List<string> lines) : ILambdaLogger
    {
        public void Log(string message) => lines.Add(message);

        public void LogLine(string message) => lines.Add(message);
    }

    private sealed class OlderContext : ILambdaContext
    {
        public string AwsRequestId => "";

        public IClientContext ClientContext => new TestClientContext();

        public string FunctionName => "";

        public string FunctionVersion => "";

        public ICognitoIdentity Identity => new TestCognitoIdentity();

        public string InvokedFunctionArn => "";

        public ILambdaLogger Logger => new TestLambdaLogger();

        public string LogGroupName => "";

        public string LogStreamName => "";

        public int MemoryLimitInMB => 0;

        public TimeSpan RemainingTime => TimeSpan.Zero;
    }
}
