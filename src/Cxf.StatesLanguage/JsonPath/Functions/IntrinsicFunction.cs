using System.Text.Json;
using Cxf.StatesLanguage.Execution;

namespace Cxf.StatesLanguage.JsonPath.Functions;

/// <summary>An intrinsic function and how many arguments it takes.</summary>
internal sealed record IntrinsicFunction(int MinArguments, int MaxArguments, Func<StateRun, JsonElement[], JsonElement> Run);
