class Owners
{
    public static OrganizationOrUserIdentifiers Make(string user, string organization)
    {
        var owner = new OrganizationOrUserIdentifiers();
        owner.UserIds = new() { UserId = user };
        owner.{|TTS2204:OrganizationIds|} = new() { OrganizationId = organization };
        return owner;
    }
}
