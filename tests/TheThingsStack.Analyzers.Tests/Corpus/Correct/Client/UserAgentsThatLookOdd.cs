class Agents
{
    public static readonly UserAgent[] All =
    [
        new("acme.test", "2024.11.27"),
        new("example-com-bridge", "v2-rc.1+build.7"),
        new("contest", "0.0.1"),
        UserAgent.Parse("A|B~C!#$%&'*+-.^_`/0.1"),
        UserAgent.Parse("my-integration-for-acme/1"),
        new("my-application", "1.0.0"),
    ];
}
