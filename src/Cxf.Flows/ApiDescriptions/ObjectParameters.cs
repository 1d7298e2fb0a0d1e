namespace Cxf.Flows.ApiDescriptions;

/// <summary>
/// The parameters of which an object in the query consists: a request has one for each member, <c>created[gte]</c> or <c>gte</c>.
/// </summary>
internal static class ObjectParameters
{
    /// <summary>The style in which the name of the object is a part of each name.</summary>
    public const string Nested = "deepObject";

    /// <summary>The style in which members are parameters as they are named.</summary>
    public const string Exploded = "exploded";

    /// <summary>How deep objects may contain objects.</summary>
    private const int MaxDepth = 3;

    /// <summary>Whether a parameter is such an object.</summary>
    public static bool IsObject(ApiParameter parameter) => parameter.UnsupportedStyle is Nested or Exploded;

    /// <summary>The parameters of one that is listed; itself if it is not such an object.</summary>
    public static IEnumerable<ApiParameter> Of(ApiParameter parameter) => IsObject(parameter) ? Of(parameter, 0) : [parameter];

    /// <summary>How names begin that the description does not list; an empty text stands for every name.</summary>
    public static IEnumerable<string> OpenNames(ApiParameter parameter)
    {
        if (!IsObject(parameter))
        {
            return [];
        }

        var isOpen = Choices(parameter.Schema).Exists(all => all.AllowsOthers == true || all.Properties.Count == 0);
        return parameter.UnsupportedStyle == Exploded
            ? isOpen
                ? [""]
                : []
            : isOpen
                ? [parameter.Name + "["]
                : Of(parameter, 0).Where(one => one.Name != parameter.Name).Select(one => one.Name + "[");
    }

    private static IEnumerable<ApiParameter> Of(ApiParameter parameter, int depth)
    {
        var choices = Choices(parameter.Schema);
        var members = choices.SelectMany(all => all.Properties).DistinctBy(member => member.Key).ToList();
        if (members.Count == 0 || parameter.Schema.AllTypes.Any(type => type is not ("object" or "null")))
        {
            // Some APIs take one value, or an object.
            yield return parameter with
            {
                IsRequired = parameter.IsRequired && members.Count == 0 && !IsExploded(parameter),
            };
        }

        foreach (var (name, schema) in members)
        {
            var member = parameter with
            {
                Name = IsExploded(parameter) ? name : $"{parameter.Name}[{name}]",
                IsRequired = parameter.IsRequired && choices.TrueForAll(all => all.Required.Contains(name)),
                Schema = schema,
            };
            if (!IsExploded(parameter) && depth < MaxDepth && schema.AllTypes.Contains("object"))
            {
                foreach (var inner in Of(member, depth + 1))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return member with
                {
                    UnsupportedStyle = null,
                };
            }
        }
    }

    private static bool IsExploded(ApiParameter parameter) => parameter.UnsupportedStyle == Exploded;

    private static List<ObjectSchema> Choices(ApiSchema schema) =>
        [
            .. schema
                .AnyOf.Prepend(schema)
                .Select(ObjectSchema.Of)
                .Where((all, index) => index > 0 || !schema.AnyOf.Any() || all.Properties.Count > 0),
        ];
}
