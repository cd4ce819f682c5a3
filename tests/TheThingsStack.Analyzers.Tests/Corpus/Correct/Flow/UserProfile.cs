class Profile(TheThingsStackClient stack)
{
    public async Task Run(string id, string name)
    {
        var user = await stack.UserRegistry.GetAsync(id, u => [u.Name, u.PrimaryEmailAddress, u.State]);
        if (user.State == State.Approved && user.Name != name)
            user = await stack.UserRegistry.UpdateAsync(new User { Ids = user.Ids, Name = name }, u => [u.Name]);
        Console.WriteLine($"{user.Ids?.UserId}: {user.Name}");
    }
}
