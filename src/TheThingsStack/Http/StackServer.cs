namespace TheThingsStack.Http;

/// <summary>The part of The Things Stack that answers a route.</summary>
public enum StackServer
{
    /// <summary>Every part answers it, for what it knows itself.</summary>
    Any,

    /// <summary>Identity Server: applications, gateways, users, organizations, clients, and what is registered in them.</summary>
    IdentityServer,

    /// <summary>Network Server.</summary>
    NetworkServer,

    /// <summary>Application Server.</summary>
    ApplicationServer,

    /// <summary>Join Server.</summary>
    JoinServer,

    /// <summary>Gateway Server.</summary>
    GatewayServer,

    /// <summary>Gateway Configuration Server.</summary>
    GatewayConfigurationServer,

    /// <summary>Device Claiming Server, for devices and for gateways.</summary>
    DeviceClaimingServer,

    /// <summary>Device Template Converter.</summary>
    DeviceTemplateConverter,

    /// <summary>QR Code Generator.</summary>
    QrCodeGenerator,

    /// <summary>Device Repository.</summary>
    DeviceRepository,

    /// <summary>Packet Broker Agent.</summary>
    PacketBrokerAgent,
}
