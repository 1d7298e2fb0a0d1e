using System.Text.Json;
using Amazon.Util;

namespace Amazon.StepFunctions.Wire;

/// <summary>Writes members as JSON and leaves out null, as the service expects for unset members.</summary>
internal sealed class WireWriter(Utf8JsonWriter json) : WireMembers
{
    public override string Text(string name, string value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }

        return value;
    }

    public override int? Integer(string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }

        return value;
    }

    public override long? Long(string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }

        return value;
    }

    public override float? Float(string name, float? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }

        return value;
    }

    public override bool? Flag(string name, bool? value)
    {
        if (value is { } flag)
        {
            json.WriteBoolean(name, flag);
        }

        return value;
    }

    public override DateTime? Time(string name, DateTime? value)
    {
        if (value is { } time)
        {
            json.WriteNumber(name, AWSSDKUtils.ConvertToUnixEpochSecondsDecimal(time));
        }

        return value;
    }

    public override T Shape<T>(string name, T value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            Write(value);
        }

        return value;
    }

    public override List<T> List<T>(string name, List<T> value)
    {
        if (IsSet(value))
        {
            json.WriteStartArray(name);
            value.ForEach(Write);
            json.WriteEndArray();
        }

        return value;
    }

    public override Dictionary<string, string> TextMap(string name, Dictionary<string, string> value)
    {
        if (IsSet(value))
        {
            json.WriteStartObject(name);
            foreach (var (key, text) in value)
            {
                json.WriteString(key, text);
            }

            json.WriteEndObject();
        }

        return value;
    }

    public override Dictionary<string, List<string>> TextListMap(string name, Dictionary<string, List<string>> value)
    {
        if (IsSet(value))
        {
            json.WriteStartObject(name);
            foreach (var (key, texts) in value)
            {
                json.WriteStartArray(key);
                texts.ForEach(json.WriteStringValue);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return value;
    }

    /// <summary>Writes a whole object.</summary>
    public void Write(IWireShape shape)
    {
        json.WriteStartObject();
        shape.Describe(this);
        json.WriteEndObject();
    }

    // An empty collection is a value, unless the SDK creates collections: then it was not set.
    private static bool IsSet(System.Collections.ICollection value) =>
        value is not null && (value.Count > 0 || !AWSConfigs.InitializeCollections);
}
