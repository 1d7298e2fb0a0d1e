using System.Text.Json.Nodes;
using Cxf.Local.ConnectExport;

namespace Cxf.Local.Schemas;

/// <summary>The settings of Visual Studio Code that give each document its schema.</summary>
internal static class EditorSettings
{
    /// <summary>The file, in the folder that is opened.</summary>
    public static string File { get; } = Path.Combine(".vscode", "settings.json");

    /// <summary>Writes the settings.</summary>
    /// <param name="locate">Where the file of a schema is, from the folder that is opened.</param>
    public static string Write(Func<DocumentSchema, string> locate) =>
        CompactJson.Write(
            new JsonObject
            {
                ["json.schemas"] = new JsonArray([
                    .. DocumentSchema.All.Select(schema => new JsonObject
                    {
                        ["fileMatch"] = new JsonArray(schema.Files),
                        ["url"] = "./" + locate(schema),
                    }),
                ]),
            }
        ) + "\n";
}
