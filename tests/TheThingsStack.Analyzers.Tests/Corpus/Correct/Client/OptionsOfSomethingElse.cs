using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

class MailOptions
{
    public string? Address { get; set; }
    public string? ApiKey { get; set; }
    public string? UserAgent { get; set; }
}

class Mailer(IOptions<MailOptions> options)
{
    public string? Address => options.Value.Address;

    public static void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailOptions>(configuration.GetSection("Mail"));
        services.AddSingleton(new MailOptions { Address = "http://mail.example.com", UserAgent = "test" });
        services.AddSingleton<Mailer>();
    }
}
