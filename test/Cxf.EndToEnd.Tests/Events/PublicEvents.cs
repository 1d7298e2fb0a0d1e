using System.Text.Json.Nodes;
using Cxf.Testing;

namespace Cxf.EndToEnd.Tests.Events;

/// <summary>Events of the Connect contract as others published them, beside the corpora of others.</summary>
internal static class PublicEvents
{
    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Folder => Corpus.Locate(Path.Combine("..", "connect-events"));

    public static IEnumerable<string> Files =>
        Folder is { } folder ? Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    /// <summary>An event with parameters for the deployment under test, from the instance that it is bound to.</summary>
    public static JsonNode Asking(string file, JsonObject parameters, string instanceArn)
    {
        var received = JsonNode.Parse(File.ReadAllText(file))!;
        received["Details"]!["Parameters"] = parameters;
        received["Details"]!["ContactData"]!["InstanceARN"] = instanceArn;
        return received;
    }
}
