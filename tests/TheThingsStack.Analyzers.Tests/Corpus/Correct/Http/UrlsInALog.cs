class Audit(TextWriter log)
{
    public void Called(string application, string device)
    {
        log.WriteLine($"GET https://github.acme.com/api/v3/users/{application}");
        log.WriteLine("see /api/v3/organizations for the list of " + device);
    }
}
