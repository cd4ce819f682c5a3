class Fleet(TheThingsStackClient stack)
{
    public Task Tag(IEnumerable<EndDeviceIdentifiers> fleet, string tag, CancellationToken cancellation) =>
        Parallel.ForEachAsync(fleet, cancellation, async (ids, token) =>
        {
            var device = await stack.EndDeviceRegistry.GetAsync(ids.ApplicationIds!.ApplicationId!, ids.DeviceId!, d => [d.Attributes], cancellationToken: token);
            device.Attributes ??= [];
            device.Attributes["tag"] = tag;
            await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Attributes], cancellationToken: token);
        });
}
