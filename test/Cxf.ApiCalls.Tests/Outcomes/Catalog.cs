using Cxf.ApiCalls.Outcomes;

namespace Cxf.ApiCalls.Tests.Outcomes;

public sealed class Catalog
{
    [Fact]
    public void Every_reason_has_an_error_code_and_its_own_message()
    {
        var reasons = Enum.GetValues<FailureReason>();

        Assert.All(reasons, reason => Assert.Contains(FailureCatalog.WordOf(reason), ErrorCodes.All));
        Assert.All(reasons, reason => Assert.Matches("^[A-Z].*\\.$", FailureCatalog.SentenceOf(reason)));
        Assert.Equal(reasons.Length, reasons.Select(FailureCatalog.SentenceOf).Distinct().Count());
    }

    [Fact]
    public void Every_error_code_is_used_and_equals_its_name()
    {
        Assert.Equal(
            ErrorCodes.All.Order(StringComparer.Ordinal),
            Enum.GetValues<FailureReason>().Select(FailureCatalog.WordOf).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(typeof(ErrorCodes).GetFields(), field => Assert.Equal(field.Name, field.GetRawConstantValue()));
    }
}
