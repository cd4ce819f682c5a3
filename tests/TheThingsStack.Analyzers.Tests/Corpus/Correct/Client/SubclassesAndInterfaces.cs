interface IStack
{
    TheThingsStackClient Client { get; }
}

class Stack(TheThingsStackOptions options) : IStack, IDisposable
{
    public TheThingsStackClient Client { get; } = new(options);

    public void Dispose() => Client.Dispose();
}
