using Cxf.Local.Stores;

namespace Cxf.Local.Tests.Stores;

public sealed class JsonFilesTests
{
    [Fact]
    public async Task A_file_of_the_current_folder_can_be_written_by_its_name()
    {
        var file = $"cxf-test-{Guid.NewGuid():N}.json";
        try
        {
            Assert.True(await JsonFiles.TryCreateAsync(file, "{}", TestContext.Current.CancellationToken));
            Assert.False(await JsonFiles.TryCreateAsync(file, "[]", TestContext.Current.CancellationToken));
            await JsonFiles.WriteAsync(file, "7", TestContext.Current.CancellationToken);
            Assert.Equal("7", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
