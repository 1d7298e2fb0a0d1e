using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Cxf.Flows.Model;

namespace Cxf.Functions.Stores.DynamoDb;

/// <summary>Values of items, to and from DynamoDB's attributes.</summary>
internal static class ItemAttributes
{
    public static AttributeValue Of(int number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Of(bool flag) => new() { BOOL = flag };

    public static AttributeValue Of(DateTimeOffset time) => new(time.ToString("O", CultureInfo.InvariantCulture));

    public static AttributeValue Of(IEnumerable<AttributeValue> items) => new() { L = [.. items], IsLSet = true };

    public static AttributeValue Of(IEnumerable<ContactField> fields) =>
        Of(fields.Select(field => new AttributeValue(field.ToString())));

    /// <summary>Writes a duration in milliseconds; writes nothing for null.</summary>
    public static void Write(TimeSpan? duration, string name, Dictionary<string, AttributeValue> item)
    {
        if (duration is { } some)
        {
            item[name] = new AttributeValue
            {
                N = ((long)Math.Ceiling(some.TotalMilliseconds)).ToString(CultureInfo.InvariantCulture),
            };
        }
    }

    public static TimeSpan? Duration(this Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out var value)
            ? TimeSpan.FromMilliseconds(long.Parse(value.N, CultureInfo.InvariantCulture))
            : null;

    public static int Number(this Dictionary<string, AttributeValue> item, string name) =>
        int.Parse(item[name].N, CultureInfo.InvariantCulture);

    public static bool Flag(this Dictionary<string, AttributeValue> item, string name) => item[name].BOOL == true;

    public static DateTimeOffset Time(this Dictionary<string, AttributeValue> item, string name) =>
        DateTimeOffset.Parse(item[name].S, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public static ContactField[] ContactFields(this Dictionary<string, AttributeValue> item, string name) =>
        [.. item[name].L.Select(field => Enum.Parse<ContactField>(field.S))];
}
