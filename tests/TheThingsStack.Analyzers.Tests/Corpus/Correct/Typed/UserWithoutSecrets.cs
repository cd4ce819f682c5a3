class Users(TheThingsStackClient stack)
{
    public async Task<bool> IsAdmin(string id)
    {
        var user = await stack.UserRegistry.GetAsync(id, u => [u.Admin, u.State, u.PrimaryEmailAddress]);
        return user is { Admin: true, PrimaryEmailAddress: not null };
    }
}
