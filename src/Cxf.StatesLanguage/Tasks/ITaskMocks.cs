namespace Cxf.StatesLanguage.Tasks;

/// <summary>Answers instead of calls.</summary>
internal interface ITaskMocks
{
    /// <summary>The answer for an attempt of a state, or null where the real call is to be made.</summary>
    MockedTask? Find(string stateMachineName, string? testCase, string stateName, int attempt);
}
