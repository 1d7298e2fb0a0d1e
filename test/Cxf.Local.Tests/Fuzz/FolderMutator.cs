using System.Text;
using System.Text.RegularExpressions;
using Cxf.Testing;

namespace Cxf.Local.Tests.Fuzz;

/// <summary>A deployment folder of every kind of document, broken at random in one to three places.</summary>
internal sealed partial class FolderMutator(Random random)
{
    private static readonly string[] Names =
    [
        "a b",
        "ä",
        "instances",
        "crm.json",
        ".json",
        new string('x', 65),
        "visits",
        "ship_order",
    ];

    private static readonly string[] Values =
    [
        "null",
        "true",
        "7",
        "-1e400",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[[]]",
        "\"\\ud800\"",
        "\"{%\"",
    ];

    private static readonly string[] Insertions =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\0",
        "\t",
        "//",
        "#",
        "ä",
        "\uFEFF",
        "{% ",
        "${X}",
        "${CrmUrl}",
        "NaN",
        "\r",
    ];

    /// <summary>Copies the folder that the mutations begin with.</summary>
    public static void Copy(string folder)
    {
        var samples = ProjectRoot.Path("src", "Cxf.Local", "Samples");
        string[] files =
        [
            "instances.json",
            "tenants/acme/connections/crm.json",
            "tenants/acme/connections/visits.json",
            "tenants/acme/flows/create_lead.json",
            "tenants/acme/flows/welcome.json",
            "tenants/acme/flows/customer_name.json",
            "tenants/acme/flows/last_visit.json",
            "tenants/borealis/connections/crm.json",
            "tenants/borealis/flows/create_lead.json",
        ];
        foreach (var file in files)
        {
            CopyFile(Path.Combine(samples, file), Path.Combine(folder, file));
        }

        var shapes = Path.Combine(samples, "contact-flows");
        CopyFile(Path.Combine(shapes, "survey.json"), Path.Combine(folder, "contact-flows", "survey.json"));
        foreach (var test in Directory.EnumerateFiles(Path.Combine(shapes, "survey.tests")))
        {
            CopyFile(test, Path.Combine(folder, "contact-flows", "survey.tests", Path.GetFileName(test)));
        }
    }

    /// <summary>Breaks the folder; says how.</summary>
    public string Break(string folder)
    {
        var said = new List<string>();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var files = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
            var file = files[random.Next(files.Length)];
            said.Add($"{Path.GetRelativePath(folder, file)}: {Break(file, files)}");
        }

        return string.Join("; ", said);
    }

    private string Break(string file, string[] files)
    {
        var bytes = File.Exists(file) ? Read(file) : [];
        switch (random.Next(14))
        {
            case 0:
                File.WriteAllBytes(file, bytes[..random.Next(bytes.Length + 1)]);
                return "cut off";
            case 1:
                File.WriteAllBytes(file, []);
                return "empty";
            case 2:
                Encoding[] encodings = [Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1];
                var encoding = encodings[random.Next(encodings.Length)];
                var text = Encoding.UTF8.GetString(bytes).Replace("e", "é");
                File.WriteAllBytes(file, [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
                return encoding.WebName;
            case 3:
                File.WriteAllBytes(file, [.. Encoding.UTF8.Preamble, .. bytes]);
                return "byte order mark";
            case 4:
                random.NextBytes(bytes.AsSpan(0, Math.Min(bytes.Length, random.Next(1, 20))));
                File.WriteAllBytes(file, bytes);
                return "random bytes";
            case 5:
                File.Delete(file);
                Directory.CreateDirectory(file);
                return "a folder";
            case 6:
                File.Delete(file);
                File.CreateSymbolicLink(file, Path.Combine(Path.GetDirectoryName(file)!, "nowhere"));
                return "a link to nothing";
            case 7 when !OperatingSystem.IsWindows():
                File.SetUnixFileMode(file, UnixFileMode.None);
                return "no permissions";
            case 8:
                var other = Path.Combine(Path.GetDirectoryName(file)!, Names[random.Next(Names.Length)] + ".json");
                File.Move(file, other, overwrite: true);
                return $"renamed to {Path.GetFileName(other)}";
            case 9:
                File.WriteAllBytes(file, Read(files[random.Next(files.Length)]));
                return "another document";
            case 10:
                File.WriteAllText(file, new string('[', random.Next(1, 5000)));
                return "deep";
            default:
                var document = Encoding.UTF8.GetString(bytes);
                var tokens = Token().Matches(document);
                if (tokens.Count == 0)
                {
                    return "nothing";
                }

                var token = tokens[random.Next(tokens.Count)];
                var (replaced, with) = random.Next(3) switch
                {
                    0 => (token.Value, Values[random.Next(Values.Length)]),
                    1 => (token.Value, tokens[random.Next(tokens.Count)].Value),
                    _ => ("", Insertions[random.Next(Insertions.Length)]),
                };
                File.WriteAllText(file, document[..token.Index] + with + document[(token.Index + replaced.Length)..]);
                return $"{token.Index}: {replaced} becomes {with}";
        }
    }

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static void CopyFile(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    [GeneratedRegex("""("(\\.|[^"\\])*"|[0-9]+|true|false|[{}\[\]:,])""")]
    private static partial Regex Token();
}
