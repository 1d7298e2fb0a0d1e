namespace Cxf.Jsonata.Tests.Functions;

public sealed class NumberFunctionTests
{
    [Theory]
    [InlineData("""$round(2.5)""", """2""")]
    [InlineData("""$round(3.5)""", """4""")]
    [InlineData("""$round(-0.5)""", """0""")]
    [InlineData("""$round(1.005,2)""", """1""")]
    [InlineData("""$round(12355,-1)""", """12360""")]
    [InlineData("""$round(4.515,2)""", """4.52""")]
    public void Rounding_is_half_to_even_on_decimal_digits(string expression, string expected) =>
        Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$number('0x1f')""", """31""")]
    [InlineData("""$number('0b11')""", """3""")]
    [InlineData("""$number('1e3')""", """1000""")]
    [InlineData("""$number(true)""", """1""")]
    [InlineData("""$number('007')""", """7""")]
    public void Numbers_are_parsed(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$sum([1,2,3])""", """6""")]
    [InlineData("""$max([1,5,3])""", """5""")]
    [InlineData("""$min([])""", """undefined""")]
    [InlineData("""$average([1,2])""", """1.5""")]
    [InlineData("""$count(missing)""", """0""")]
    public void Aggregates(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$formatNumber(12345.6,'#,###.00')""", "\"12,345.60\"")]
    [InlineData("""$formatNumber(-5,'0;(0)')""", "\"(5)\"")]
    [InlineData("""$formatNumber(0.14,'01%')""", "\"14%\"")]
    [InlineData("""$formatNumber(1234.5678,'00.000e0')""", "\"12.346e2\"")]
    [InlineData("""$formatNumber(1234567.8,'#.##0,0',{'decimal-separator':',','grouping-separator':'.'})""", "\"1.234.567,8\"")]
    public void Pictures_of_decimals(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$formatInteger(1999,'I')""", "\"MCMXCIX\"")]
    [InlineData("""$formatInteger(28,'a')""", "\"ab\"")]
    [InlineData("""$formatInteger(1234567,'#,##0')""", "\"1,234,567\"")]
    [InlineData("""$formatInteger(21,'w;o')""", "\"twenty-first\"")]
    [InlineData("""$formatInteger(1234,'Ww')""", "\"One Thousand, Two Hundred and Thirty-Four\"")]
    [InlineData("""$formatInteger(12,'1;o')""", "\"12th\"")]
    [InlineData("""$parseInteger('twelve thousand and six','w')""", """12006""")]
    [InlineData("""$parseInteger('1,234','#,##0')""", """1234""")]
    public void Pictures_of_integers(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));

    [Theory]
    [InlineData("""$formatBase(255,16)""", "\"ff\"")]
    [InlineData("""$formatBase(-5,2)""", "\"-101\"")]
    [InlineData("""$power(2,10)""", """1024""")]
    [InlineData("""$sqrt(9)""", """3""")]
    [InlineData("""$abs(-1)""", """1""")]
    [InlineData("""$floor(-1.5)""", """-2""")]
    [InlineData("""$ceil(1.2)""", """2""")]
    public void Radixes_and_powers(string expression, string expected) => Assert.Equal(expected, Evaluated.Json(expression));
}
