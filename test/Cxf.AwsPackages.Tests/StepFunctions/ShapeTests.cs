using System.Buffers;
using System.Collections;
using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Wire;

namespace Cxf.AwsPackages.Tests.StepFunctions;

/// <summary>Every shape of the model, both ways: each public member is on the wire under its own name and comes back.</summary>
public sealed class ShapeTests
{
    public static TheoryData<string> Shapes =>
        [
            .. typeof(AmazonStepFunctionsClient)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsClass && typeof(IWireShape).IsAssignableFrom(type))
                .Select(type => type.FullName!),
        ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_member_goes_out_and_comes_back(string typeName)
    {
        var type = typeof(AmazonStepFunctionsClient).Assembly.GetType(typeName, throwOnError: true)!;

        var written = Write((IWireShape)Sample(type));

        var names = Own(type).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
        using var json = JsonDocument.Parse(written);
        Assert.Equal(names.ToHashSet(), json.RootElement.EnumerateObject().Select(member => member.Name).ToHashSet());
        var read = (IWireShape)Activator.CreateInstance(type)!;
        read.Describe(new WireReader(json.RootElement));
        Assert.Equal(written, Write(read));
    }

    private static string Write(IWireShape shape)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            new WireWriter(json).Write(shape);
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static PropertyInfo[] Own(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);

    private static object Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(DateTime))
        {
            return DateTime.UnixEpoch.AddSeconds(1_700_000_000.125);
        }

        if (type.IsValueType)
        {
            return Convert.ChangeType(1, type);
        }

        if (type == typeof(string))
        {
            return "text";
        }

        if (typeof(ConstantClass).IsAssignableFrom(type))
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)[0].GetValue(null)!;
        }

        var made = Activator.CreateInstance(type)!;
        switch (made)
        {
            case IDictionary map:
                map.Add("key", Sample(type.GetGenericArguments()[1]));
                break;
            case IList list:
                list.Add(Sample(type.GetGenericArguments()[0]));
                break;
            default:
                foreach (var property in Own(type))
                {
                    property.SetValue(made, Sample(property.PropertyType));
                }

                break;
        }

        return made;
    }
}
