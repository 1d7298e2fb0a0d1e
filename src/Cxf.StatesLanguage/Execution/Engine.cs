using Cxf.Jsonata;
using Cxf.StatesLanguage.Mocks;
using Cxf.StatesLanguage.Tasks;
using Cxf.StatesLanguage.Time;

namespace Cxf.StatesLanguage.Execution;

/// <summary>What all executions share: the clock, the scheduler, the services that tasks call.</summary>
internal sealed record Engine(
    TimeProvider Time,
    Scheduler Scheduler,
    TaskServices Tasks,
    TaskTokens Tokens,
    MockFile? Mocks,
    string Region,
    string Account,
    int Seed,
    bool KeepHistory,
    WorkBudget? Budget
);
