using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Cxf.Local.Commands;

/// <summary>The help of a command, with examples at its end.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const string Run = "5ca32fbd-8f92-46af-92a5-6b0f970f0efe-0123456789abcdef0123456789abcdef";

    /// <summary>Examples by the name of their command.</summary>
    public static IReadOnlyDictionary<string, string[]> Examples { get; } =
        new Dictionary<string, string[]>
        {
            ["call"] =
            [
                "cxf call --press 5",
                "cxf call --config my-folder --flow acme/create_lead --secrets secrets.json",
                "cxf call --stub --flow cedar/open_ticket --fault desk=503*2 --fault desk.createTicket=timeout",
            ],
            ["new"] = ["cxf new tenant acme", "cxf new connection acme/crm", "cxf new flow acme/order_status"],
            ["tenant"] = ["cxf new tenant acme", "cxf new tenant acme --config my-folder"],
            ["new connection"] = ["cxf new connection acme/crm --url https://crm.example.com --auth bearer"],
            ["flow"] = ["cxf new flow acme/order_status", "cxf new flow acme/order_status --connection crm"],
            ["check"] =
            [
                "cxf check src/Cxf.Local/Samples",
                "cxf check my-folder --watch",
                "cxf check acme/create_lead --stage dev",
            ],
            ["test"] = ["cxf test src/Cxf.Local/Samples/tenants/acme/flows/create_lead.json", "cxf test acme --stage dev --json"],
            ["try"] =
            [
                "cxf try rest_api_1 --flow acme/create_lead",
                "cxf try rest_api_1 --flow acme/create_lead --config my-folder --stub ApiTimeout",
            ],
            ["compile"] = ["cxf compile src/Cxf.Local/Samples/tenants/acme/flows/create_lead.json --out create_lead.asl.json"],
            ["graph"] =
            [
                "cxf graph src/Cxf.Local/Samples/tenants/acme/flows/create_lead.json --format html --output create_lead.html",
                "cxf graph acme/create_lead --stage dev --from 1",
                "cxf graph acme/create_lead --stage prod --run 5ca32fbd-8f92-46af-92a5-6b0f970f0efe",
                "cxf graph machine.asl.json --run history.json --format html",
            ],
            ["connection"] =
            [
                "cxf connection import openapi.yaml --tenant acme --as crm",
                "cxf connection show crm --tenant acme",
                "cxf connection check crm openapi.yaml",
            ],
            ["import"] =
            [
                "cxf connection import openapi.yaml --tenant acme --as crm",
                "cxf connection import https://api.example.com/openapi.json --tenant acme --as crm --path /leads",
            ],
            ["connection check"] = ["cxf connection check crm openapi.yaml", "cxf connection check crm --tenant acme"],
            ["show"] = ["cxf connection show crm --tenant acme", "cxf connection show crm createLead --tenant acme"],
            ["explain"] = ["cxf explain ApiTimeout", "cxf explain CXF2110", "cxf explain"],
            ["schema"] = ["cxf schema flow", "cxf schema --out schemas", "cxf schema flow --tenant acme --out schemas"],
            ["publish"] =
            [
                "cxf publish src/Cxf.Local/Samples --set CrmUrl=https://crm.example.com",
                "cxf publish my-folder --stage dev",
                "cxf publish my-folder --stage dev --prune",
            ],
            ["diff"] = ["cxf diff acme/create_lead", "cxf diff acme/create_lead --from 1 --to 2 --stage dev"],
            ["versions"] = ["cxf versions acme/create_lead --stage dev"],
            ["rollback"] = ["cxf rollback acme/create_lead 1 --stage dev"],
            ["canary"] = ["cxf canary acme/create_lead 2 --weight 10 --stage dev"],
            ["delete"] = ["cxf delete acme/create_lead", "cxf delete acme/create_lead --yes"],
            ["doctor"] =
            [
                "cxf doctor --stage prod",
                "cxf doctor acme --stage prod --call acme/open_orders",
                "cxf doctor --stage local --endpoint http://127.0.0.1:3002 --step-functions http://127.0.0.1:3003 --lambda "
                    + "http://127.0.0.1:3001",
            ],
            ["connect"] = ["cxf connect export acme/create_lead --template"],
            ["export"] = ["cxf connect export acme/create_lead --template --out connect"],
            ["runs"] =
            [
                "cxf runs --contact 5ca32fbd-8f92-46af-92a5-6b0f970f0efe --stage prod",
                "cxf runs --flow acme/create_lead --status FAILED --since 2h --stage prod",
            ],
            ["history"] = ["cxf history 5ca32fbd-8f92-46af-92a5-6b0f970f0efe --stage prod", "cxf history history.json --full"],
            ["stats"] = ["cxf stats --flow acme/create_lead --since 1h --stage prod", "cxf stats --log calls.log"],
            ["replay"] =
            [
                $"cxf replay {Run} --stage prod",
                $"cxf replay {Run} --stage prod --against live",
                "cxf replay history.json --against my-folder/tenants/acme/flows/create_lead.json --save",
            ],
            ["redrive"] = [$"cxf redrive {Run} --stage prod"],
            ["stop"] = [$"cxf stop {Run} --stage prod --reason duplicate"],
            ["start"] =
            [
                "cxf start --config my-folder --secrets secrets.json",
                "cxf start --keep-executions 100000 --keep-for 7d",
            ],
            ["invoke"] = ["cxf invoke ExecuteFlow --event events/ExecuteFlow/connect-press-5.json"],
        };

    /// <summary>The examples of a command; none if it has none. Commands in different commands can have the same name.</summary>
    public static IReadOnlyList<string> Of(Command command)
    {
        var holder = command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand);
        return holder is not null && Examples.TryGetValue($"{holder.Name} {command.Name}", out var own) ? own
            : Examples.TryGetValue(command.Name, out var examples) ? examples
            : [];
    }

    /// <inheritdoc />
    // Help does not need the required arguments.
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (Of(parseResult.CommandResult.Command) is { Count: > 0 } examples)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        return code;
    }
}
