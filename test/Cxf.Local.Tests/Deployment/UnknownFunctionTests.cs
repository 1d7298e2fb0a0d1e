using Cxf.Local.Deployment;

namespace Cxf.Local.Tests.Deployment;

public sealed class UnknownFunctionTests
{
    [Fact]
    public async Task An_ARN_that_only_the_call_knows_is_named_with_the_option_that_replaces_it()
    {
        var answer = await new LocalFunctions().InvokeForContactAsync(
            "arn:aws:lambda:us-east-1:111122223333:function:crm",
            "{}"u8.ToArray(),
            TimeSpan.FromSeconds(8),
            TestContext.Current.CancellationToken
        );

        Assert.Contains("--lambda arn:aws:lambda:us-east-1:111122223333:function:crm=answer.json", answer.Error);
    }
}
