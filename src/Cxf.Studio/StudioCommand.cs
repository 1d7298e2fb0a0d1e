using System.CommandLine;
using Cxf.Local.Commands;
using Cxf.Local.Deployment;

namespace Cxf.Studio;

/// <summary>The command that opens the studio on a deployment folder until Ctrl+C.</summary>
internal static class StudioCommand
{
    private const int UsageError = 2;
    private static readonly TimeSpan PagePatience = TimeSpan.FromSeconds(3);

    private static readonly Argument<DirectoryInfo?> Folder = new("folder")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description =
            "The deployment folder: tenants/TENANT/flows and connections, instances.json. Default: the current folder if it is "
            + "one, else a copy of the samples.",
    };

    private static readonly Option<int> Port = new("--port")
    {
        HelpName = "number",
        Description = "The port on this machine. Default: any free one.",
        Validators =
        {
            result =>
            {
                if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue)
                {
                    result.AddError("--port takes a number from 0 to 65535; 0 is any free port.");
                }
            },
        },
    };

    private static readonly Option<DirectoryInfo> PublishFolder = new("--folder")
    {
        Description =
            "The folder of a deployment in files, to which flows are published as by cxf publish --folder. It has no runs. "
            + "Default: flows are published to the deployment whose runs are shown.",
    };

    private static readonly Option<FileInfo[]> Histories = new Option<FileInfo[]>("--history")
    {
        HelpName = "file",
        Description =
            "A recorded history to show among the runs: what aws stepfunctions get-execution-history prints. Can be given "
            + "several times. Those in the folder \"histories\" of the deployment folder are shown anyway.",
    }.AcceptExistingOnly();

    /// <summary>The command.</summary>
    /// <param name="output">For the address, and for what is wrong.</param>
    public static RootCommand Create(TextWriter output)
    {
        var command = new RootCommand("Show, edit, check and try flows in a browser on this machine, and look into runs.")
        {
            Folder,
            Port,
            PublishFolder,
            Histories,
        };
        command.WithStage();
        command.SetAction((arguments, cancellationToken) => RunAsync(output, arguments, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(TextWriter output, ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder =
            arguments.GetValue(Folder)?.FullName ?? (Holds(Environment.CurrentDirectory) ? Environment.CurrentDirectory : null);
        if (folder is not null && !Holds(folder))
        {
            await output.WriteLineAsync(
                $"There is no folder \"tenants\" in \"{folder}\". Name a deployment folder, or make one: cxf new tenant acme."
            );
            return UsageError;
        }

        using var samples = folder is null
            ? WorkingFolder.CopyOf(new LocalDeploymentOptions().ConfigurationFolder, new Dictionary<string, string>())
            : null;
        var options = new StudioOptions(folder ?? samples!.Path)
        {
            IsSample = samples is not null,
            Port = arguments.GetValue(Port),
            Stage = TargetOptions.StageOrNone(arguments),
            PublishFolder = arguments.GetValue(PublishFolder)?.FullName,
            Histories = [.. (arguments.GetValue(Histories) ?? []).Select(file => file.FullName)],
        };
        var drawn = Task.Run(() => FirstPage.DrawAsync(cancellationToken), cancellationToken);
        await using var studio = await StudioServer.StartAsync(options, output.WriteLine, cancellationToken);
        await Task.WhenAll(drawn, FirstPage.LoadAsync(studio, PagePatience, cancellationToken));
        await output.WriteLineAsync(
            samples is null
                ? $"The studio shows {folder}."
                : "The studio shows a copy of the samples; changes end with it. Name a folder to keep them: cxf-studio FOLDER."
        );
        await output.WriteLineAsync($"Open {studio.NewAddress()} (this address works once). Ctrl+C ends.");
        await studio.RunAsync(cancellationToken);
        return 0;
    }

    private static bool Holds(string folder) => Directory.Exists(Path.Combine(folder, "tenants"));
}
