class Steps(TheThingsStackClient stack)
{
    public async Task Run(EndDeviceIdentifiers ids, IEnumerable<string> steps)
    {
        foreach (var step in steps)
        {
            var device = new EndDevice { Ids = ids };
            switch (step)
            {
                case "name":
                    device.Name = step;
                    await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Name]);
                    break;
                case "note":
                    device.Description = step;
                    await stack.EndDeviceRegistry.UpdateAsync(device, d => [d.Description]);
                    break;
                case "plan":
                    device.FrequencyPlanId = step;
                    await stack.NsEndDeviceRegistry.SetAsync(device);
                    break;
            }
        }
    }
}
