using Cxf.StatesLanguage.Data;

namespace Cxf.StatesLanguage.Evaluation;

/// <summary>The data of a visit between its steps, as TestState shows them; null members did not occur.</summary>
internal sealed class StateInspection
{
    public Payload? AfterArguments { get; set; }

    public Payload? AfterInputPath { get; set; }

    public Payload? AfterParameters { get; set; }

    public Payload? Result { get; set; }

    public Payload? AfterResultSelector { get; set; }

    public Payload? AfterResultPath { get; set; }

    public Payload? AfterItemsPath { get; set; }

    public Payload? AfterItemSelector { get; set; }

    public Payload? AfterItemBatcher { get; set; }

    public int? MaxConcurrency { get; set; }

    public double? ToleratedFailureCount { get; set; }

    public double? ToleratedFailurePercentage { get; set; }
}
