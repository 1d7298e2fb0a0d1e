using Cxf.ApiCalls;
using Cxf.ApiCalls.Outcomes;
using Cxf.Functions.Errors;

namespace Cxf.Functions.Tests.CallApi;

public sealed class ErrorWordExceptionsTests
{
    public static TheoryData<FailureReason> Reasons => [.. Enum.GetValues<FailureReason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_failure_is_thrown_as_the_class_of_its_error_code(FailureReason reason)
    {
        var word = FailureCatalog.WordOf(reason);
        var exception = ApiCallException.For(word, FailureCatalog.SentenceOf(reason));
        Assert.Equal(word, exception.GetType().Name);
        Assert.Contains(word, ErrorCodes.All);
    }

    [Fact]
    public void A_thrown_failure_has_no_stack()
    {
        var exception = Assert.Throws<ApiRejected>(object? () => throw ApiCallException.For(ErrorCodes.ApiRejected, "No."));
        Assert.Null(exception.StackTrace);
    }

    [Fact]
    public void An_error_code_without_a_class_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(object? () => ApiCallException.For("ApiUnknown", "No."));
}
