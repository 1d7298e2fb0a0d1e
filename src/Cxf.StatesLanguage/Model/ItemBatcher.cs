using Cxf.StatesLanguage.DataFlow;

namespace Cxf.StatesLanguage.Model;

/// <summary>Groups a Map's items: at most so many items or bytes in a batch, and an input common to all batches.</summary>
internal sealed record ItemBatcher(NumberField? MaxItemsPerBatch, NumberField? MaxInputBytesPerBatch, IDataTemplate? BatchInput);
