namespace Cxf.Jsonata.Tests.Functions;

public sealed class DateFunctionTests
{
    [Theory]
    [InlineData("""$fromMillis(1509380732935)""", "\"2017-10-30T16:25:32.935Z\"")]
    [InlineData("""$fromMillis(1509380732935,'[FNn], [D1o] [MNn] [Y] [h]:[m] [P]')""", "\"Monday, 30th October 2017 4:25 pm\"")]
    [InlineData("""$fromMillis(1509380732935,'[H01]:[m01] [z]','-0500')""", "\"11:25 GMT-05:00\"")]
    [InlineData("""$fromMillis(1483228800000,'[X]-W[W01]-[F1]')""", "\"2016-W52-7\"")]
    [InlineData("""$fromMillis(-62167219200000,'[Y0001]')""", "\"0000\"")]
    public void Times_are_formatted_by_a_picture(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$toMillis('2017-10-30T16:25:32.935Z')""", """1509380732935""")]
    [InlineData("""$toMillis('2017')""", """1483228800000""")]
    [InlineData("""$toMillis('2018-02-30')""", """1519948800000""")]
    [InlineData("""$toMillis('2018-04-31T24:00:00+01:00')""", """1525215600000""")]
    [InlineData("""$toMillis('2018-02-32')""", """null""")]
    [InlineData("""$toMillis('21 March 2018 1:15 pm','[D] [MNn] [Y] [h]:[m] [P]')""", """1521638100000""")]
    [InlineData("""$toMillis('2018-094','[Y0001]-[d001]')""", """1522800000000""")]
    [InlineData("""$toMillis('one/first/two thousand and twenty-four/ten','[Mw]/[Dwo]/[Yw]/[Hw]')""", """1704103200000""")]
    [InlineData("""$toMillis('x','[Y]')""", """undefined""")]
    public void Times_are_parsed_by_a_picture(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$toMillis('friday','[F]') = $millis()""", """true""")]
    [InlineData("""$toMillis('5 Foo 2024','[M] [MNn] [Y]')""", """1704067200000""")]
    public void An_unknown_name_leaves_its_component_unset(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$now()=$now() and $millis()=$millis()""", """true""")]
    public void The_time_is_the_same_in_a_whole_evaluation(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));
}
