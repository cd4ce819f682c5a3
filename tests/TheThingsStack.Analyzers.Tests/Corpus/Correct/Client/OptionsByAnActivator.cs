class Factory<T> where T : new()
{
    public T Create(Action<T> fill)
    {
        var made = new T();
        fill(made);
        return made;
    }
}

class Connector
{
    public TheThingsStackClient Connect() => new(new Factory<TheThingsStackOptions>().Create(o => o.UserAgent = new("acme-activator", "1.0")));
}
