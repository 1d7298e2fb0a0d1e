using System.Text.Json;
using Cxf.StatesLanguage.DataFlow;
using Cxf.StatesLanguage.Model;

namespace Cxf.StatesLanguage.Reading;

internal static class MapStateReader
{
    public static MapState? Read(Node state, string name, FieldReader fields)
    {
        // Iterator is the field's older name.
        var processor = state.Member("ItemProcessor") ?? state.Member("Iterator");
        if (processor is not { } node)
        {
            state.Require("ItemProcessor");
            return null;
        }

        if (!node.Expect(JsonValueKind.Object))
        {
            return null;
        }

        FieldRules.RejectUnknown(node, "StartAt", "States", "ProcessorConfig", "Comment");
        var distributed = IsDistributed(node);
        var label = ReadLabel(state);
        var graph = GraphReader.Read(node, isIsolated: distributed);
        var flow = fields.StateFlow(state, StateType.Map);
        return graph is null
            ? null
            : new MapState(name, flow, graph)
            {
                Next = StateReader.Next(state),
                Retry = RetryAndCatchReader.ReadRetry(state),
                Catch = RetryAndCatchReader.ReadCatch(state, fields),
                Distributed = distributed,
                Label = label,
                Items = fields.Items(state),
                ItemSelector =
                    fields.Template(state, "ItemSelector")
                    ?? (state.Has("Parameters") ? fields.Template(state, "Parameters") : null),
                ItemBatcher = ReadBatcher(state, fields),
                HasItemReader = ReadS3Field(state, "ItemReader", fields),
                HasResultWriter = ReadS3Field(state, "ResultWriter", fields),
                MaxConcurrency = fields.Number(state, "MaxConcurrency", NumberRange.NonNegativeInteger),
                ToleratedFailureCount = fields.Number(state, "ToleratedFailureCount", NumberRange.NonNegativeInteger),
                ToleratedFailurePercentage = fields.Number(state, "ToleratedFailurePercentage", NumberRange.Percentage),
            };
    }

    private static bool IsDistributed(Node processor)
    {
        if (processor.Member("ProcessorConfig") is not { } config || !config.Expect(JsonValueKind.Object))
        {
            return false;
        }

        FieldRules.RejectUnknown(config, "Mode", "ExecutionType");
        var mode = config.OptionalText("Mode");
        if (mode is not (null or "INLINE" or "DISTRIBUTED"))
        {
            config.Member("Mode")!.Error("The mode must be one of: [INLINE, DISTRIBUTED]");
        }

        if (mode == "DISTRIBUTED" && config.Context.Type == StateMachineType.Express)
        {
            config.Member("Mode")!.Error("Express state machine does not support 'DISTRIBUTED' Map states");
        }

        if (mode == "DISTRIBUTED")
        {
            config.Require("ExecutionType");
        }

        if (config.OptionalText("ExecutionType") is not (null or "STANDARD" or "EXPRESS"))
        {
            config.Member("ExecutionType")!.Error("The execution type must be one of: [STANDARD, EXPRESS]");
        }

        return mode == "DISTRIBUTED";
    }

    private static string? ReadLabel(Node state)
    {
        if (state.Member("Label") is not { } field || !field.Expect(JsonValueKind.String))
        {
            return null;
        }

        var label = field.Text;
        if (label.Length == 0)
        {
            field.Error("Label cannot be empty");
        }
        else if (label.Length > ServiceLimits.LabelCharacters)
        {
            field.Error($"Label cannot exceed {ServiceLimits.LabelCharacters} characters");
        }
        else if (label.Any(NameRules.IsForbidden))
        {
            field.Error("Label contains invalid characters");
        }

        return label;
    }

    /// <summary>A field that needs S3 is checked like the others; only running it is not supported.</summary>
    private static bool ReadS3Field(Node state, string name, FieldReader fields)
    {
        if (state.Member(name) is not { } field || !field.Expect(JsonValueKind.Object))
        {
            return false;
        }

        fields.Template(field, fields.Language == QueryLanguage.Jsonata ? "Arguments" : "Parameters");
        if (field.Member("ReaderConfig") is { } config && config.Expect(JsonValueKind.Object))
        {
            fields.Number(config, "MaxItems", NumberRange.NonNegativeInteger);
        }

        return true;
    }

    private static ItemBatcher? ReadBatcher(Node state, FieldReader fields)
    {
        if (state.Member("ItemBatcher") is not { } batcher || !batcher.Expect(JsonValueKind.Object))
        {
            return null;
        }

        FieldRules.CheckState(
            batcher,
            fields.Language,
            "MaxItemsPerBatch",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatch",
            "MaxInputBytesPerBatchPath",
            "BatchInput"
        );
        return new ItemBatcher(
            fields.Number(batcher, "MaxItemsPerBatch", NumberRange.PositiveInteger),
            fields.Number(batcher, "MaxInputBytesPerBatch", NumberRange.PositiveInteger),
            fields.Template(batcher, "BatchInput")
        );
    }
}
