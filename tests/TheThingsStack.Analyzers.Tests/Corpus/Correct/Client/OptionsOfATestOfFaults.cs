class OptionsTests
{
    public bool MissingAddressIsReported()
    {
        var options = new TheThingsStackOptions { ApiKey = "key" };
        return options.GetFaults().Any(fault => fault.StartsWith("Address", StringComparison.Ordinal));
    }

    public bool EmptyOptionsHaveNoAgent() => new TheThingsStackOptions().UserAgent is null;
}
