using TheThingsStack;
using TheThingsStack.V3;

namespace EmulatorTests;

/// <summary>What is tested: code of yours that talks to The Things Stack.</summary>
internal sealed class Renaming(TheThingsStackClient stack)
{
    /// <summary>Puts a prefix before the names of all end devices that lack it, and returns how many that were.</summary>
    public async Task<int> AddPrefixAsync(string application, string prefix)
    {
        var renamed = 0;
        await foreach (var device in stack.EndDeviceRegistry.ListAllAsync(application, d => [d.Name]))
        {
            if (device.Name?.StartsWith(prefix, StringComparison.Ordinal) == true)
                continue;
            await stack.EndDeviceRegistry.UpdateAsync(new() { Ids = device.Ids, Name = prefix + device.Name }, d => [d.Name]);
            renamed++;
        }
        return renamed;
    }
}
