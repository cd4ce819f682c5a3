using System.Net.Http.Headers;

using var http = new HttpClient { BaseAddress = new Uri("https://eu1.cloud.thethings.network/api/v3/") };
http.DefaultRequestHeaders.UserAgent.ParseAdd("acme-soil-monitor/1.4.0");
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("STACK_KEY"));
Console.WriteLine(await http.GetStringAsync("applications/soil/devices/north?field_mask=name,description,locations,attributes"));
Console.WriteLine(await http.GetStringAsync("ns/applications/soil/devices/north?field_mask=mac_settings.rx1_delay,session.dev_addr"));
Console.WriteLine(await http.GetStringAsync("as/applications/soil/devices/north?field_mask=formatters"));
Console.WriteLine(await http.GetStringAsync("js/applications/soil/devices/north?field_mask=root_keys.app_key.key"));
