using Cxf.Documents.Identifiers;

namespace Cxf.Documents.Tests.Identifiers;

public sealed class Ids
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("Acme_Corp-7", true)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123", true)]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("../b", false)]
    [InlineData("a#b", false)]
    [InlineData("é", false)]
    [InlineData("a\n", false)]
    public void An_id_is_1_to_64_of_letters_digits_underscore_and_hyphen(string? text, bool valid)
    {
        Assert.Equal(valid, TenantId.TryParse(text, out var tenant));
        Assert.Equal(valid, ConnectionId.TryParse(text, out _));
        Assert.Equal(valid ? text : "", tenant.Value);
    }

    [Theory]
    [InlineData("prod", true)]
    [InlineData("dev2", true)]
    [InlineData("abcdefghijkl", true)]
    [InlineData("abcdefghijklm", false)]
    [InlineData("Prod", false)]
    [InlineData("a-b", false)]
    [InlineData("", false)]
    public void A_stage_is_1_to_12_of_lower_case_letters_and_digits(string text, bool valid)
    {
        Assert.Equal(valid, StageName.TryParse(text, out _));
    }

    [Fact]
    public void A_text_that_is_not_an_id_is_rejected_with_the_rule()
    {
        Assert.Contains(
            IdentifierRule.Description,
            Assert.Throws<FormatException>(() => TenantId.Parse("a b")).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<FormatException>(() => ConnectionId.Parse(""));
        Assert.Throws<FormatException>(() => StageName.Parse("A"));
    }
}
