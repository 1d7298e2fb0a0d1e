namespace Cxf.StatesLanguage.Model;

/// <summary>The eight kinds of state.</summary>
internal enum StateType
{
    Task,
    Pass,
    Choice,
    Wait,
    Succeed,
    Fail,
    Parallel,
    Map,
}
