using System.Reflection;

namespace Cxf.AwsPackages.Tests.PublicApi;

/// <summary>
/// The public members of an assembly as sorted lines <c>Type: member</c>, in C# spelling without modifiers that callers cannot
/// see.
/// </summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
    };

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(Members).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Members(Type type)
    {
        var name = TypeName(type);
        yield return $"{name} : {Kind(type)}";
        if (type.IsEnum)
        {
            foreach (var word in Enum.GetNames(type))
            {
                yield return $"{name}: {word}={(int)Enum.Parse(type, word)}";
            }

            yield break;
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield return $"{name}: {Name(type.GetMethod("Invoke")!.ReturnType)} ({Parameters(type.GetMethod("Invoke")!)})";
            yield break;
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(Visible))
        {
            yield return $"{name}: {Access(constructor)}new({Parameters(constructor)})";
        }

        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic))
        {
            yield return $"{name}: static {Name(field.FieldType)} {field.Name}";
        }

        foreach (var property in type.GetProperties(Declared).Where(property => property.GetMethod is { } get && Visible(get)))
        {
            var get = property.GetMethod!;
            var set = property.SetMethod is { IsPublic: true } ? "set; " : "";
            yield return $"{name}: {Access(get)}{Static(get)}{Name(property.PropertyType)} {property.Name} {{ get; {set}}}";
        }

        foreach (var method in type.GetMethods(Declared).Where(method => Visible(method) && IsCallable(method)))
        {
            yield return $"{name}: {Access(method)}{Static(method)}{Name(method.ReturnType)} "
                + $"{method.Name}{Generics(method)}({Parameters(method)})";
        }
    }

    private static string Kind(Type type)
    {
        var kind =
            type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : typeof(Delegate).IsAssignableFrom(type) ? "delegate"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var bases = new List<string>();
        if (kind.EndsWith("class") && type.BaseType is { } parent && parent != typeof(object))
        {
            bases.Add(Name(parent));
        }

        var inherited = type.GetInterfaces().SelectMany(one => one.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []);
        bases.AddRange(
            type.GetInterfaces().Except(inherited).Where(one => one.IsPublic).Select(Name).Order(StringComparer.Ordinal)
        );
        return bases.Count == 0 || kind is "enum" or "delegate" ? kind : $"{kind} {string.Join(", ", bases)}";
    }

    // Operators and accessors are named by what they belong to; finalisers and explicit implementations cannot be called.
    private static bool IsCallable(MethodInfo method) =>
        (!method.IsSpecialName || method.Name == "op_Implicit") && !method.Name.Contains('.');

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix =
            parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.ParameterType.IsByRef ? "ref "
            : "";
        var value =
            !parameter.HasDefaultValue ? ""
            : parameter.DefaultValue is bool flag ? (flag ? " = true" : " = false")
            : " = default";
        return $"{prefix}{Name(parameter.ParameterType)} {parameter.Name}{value}";
    }

    private static string Name(Type type) =>
        Keywords.TryGetValue(type, out var keyword) ? keyword
        : type.IsByRef ? Name(type.GetElementType()!)
        : type.IsArray ? Name(type.GetElementType()!) + "[]"
        : Nullable.GetUnderlyingType(type) is { } value ? Name(value) + "?"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<" + $"{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType!.Name}.{type.Name}"
        : type.Name;

    private static string TypeName(Type type) =>
        type.IsGenericType
            ? $"{type.Namespace}.{type.Name.Split('`')[0]}<"
                + $"{string.Join(", ", type.GetGenericArguments().Select(one => one.Name))}>"
            : type.FullName!;
}
