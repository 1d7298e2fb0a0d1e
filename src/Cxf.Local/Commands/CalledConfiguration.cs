using System.CommandLine;
using System.Text.Json;
using Cxf.Local.Deployment;
using Cxf.Local.Emulators.Ssm;
using Cxf.Local.Output;
using Cxf.Local.Stores;

namespace Cxf.Local.Commands;

/// <summary>
/// The flows and connections that <c>cxf call</c> publishes: the samples, or a folder of the user's own with its secrets.
/// </summary>
internal static class CalledConfiguration
{
    /// <summary>The options that say which.</summary>
    public static IEnumerable<Option> Options => [FunctionCommandOptions.Configuration, FunctionCommandOptions.Secrets];

    /// <summary>The folder.</summary>
    public static string Folder(ParseResult arguments) =>
        arguments.GetValue(FunctionCommandOptions.Configuration)?.FullName ?? new LocalDeploymentOptions().ConfigurationFolder;

    /// <summary>
    /// A deployment of the configuration that the arguments name; null with the problem printed if that is not possible.
    /// </summary>
    public static LocalDeploymentOptions? Read(ParseResult arguments, LocalDeploymentOptions deployment, Lines lines)
    {
        try
        {
            var instances = Path.Combine(Folder(arguments), FolderConfigurationStore.InstancesFileName);
            FolderConfigurationStore.ReadInstances(File.Exists(instances) ? File.ReadAllText(instances) : null);
            return deployment with
            {
                ConfigurationFolder = Folder(arguments),
                Secrets = arguments.GetValue(FunctionCommandOptions.Secrets) is { } file ? ConnectionSecrets.Read(file) : null,
            };
        }
        catch (JsonException exception)
        {
            lines.Write(exception.Message);
            return null;
        }
    }
}
