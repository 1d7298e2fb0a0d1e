using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cxf.Local.Stores;

/// <summary>
/// The placeholders <c>${Name}</c> in the connections of a folder. Each deployment has its own values.
/// </summary>
internal static partial class Placeholders
{
    /// <summary>The placeholder for the CRM that local runs call.</summary>
    public const string Crm = "CrmUrl";

    /// <summary>A text with the values of those that have one.</summary>
    // Names and encoded values are ASCII, so every other byte stays as it is, and a wrong encoding is found by the checks.
    public static byte[] Fill(byte[] text, IReadOnlyDictionary<string, string> values) =>
        Replace(text, name => values.TryGetValue(name, out var value) ? JsonEncodedText.Encode(value).ToString() : null);

    /// <summary>A text in which each is an address: it gets one when the folder is deployed.</summary>
    public static byte[] FillAll(byte[] text) => Replace(text, _ => "https://placeholder.invalid");

    /// <summary>The names in the connections of a deployment folder.</summary>
    public static IReadOnlyCollection<string> In(string folder)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var tenants = Path.Combine(folder, "tenants");
        foreach (
            var file in Directory.Exists(tenants)
                ? Directory.EnumerateFiles(tenants, "*.json", SearchOption.AllDirectories).Where(IsConnection)
                : []
        )
        {
            try
            {
                names.UnionWith(Rule().Matches(Encoding.Latin1.GetString(File.ReadAllBytes(file))).Select(Name));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // The checks of the folder report the file.
            }
        }

        return names;
    }

    /// <summary>Whether a file is a connection, the only document with placeholders.</summary>
    public static bool IsConnection(string file) => Path.GetFileName(Path.GetDirectoryName(file)) == "connections";

    private static byte[] Replace(byte[] text, Func<string, string?> valueOf) =>
        Encoding.Latin1.GetBytes(Rule().Replace(Encoding.Latin1.GetString(text), match => valueOf(Name(match)) ?? match.Value));

    private static string Name(Match match) => match.Groups[1].Value;

    [GeneratedRegex(@"\$\{([A-Za-z]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
