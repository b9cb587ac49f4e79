using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ReviewRoom.Hosting;

/// <summary>The certificate for the local network: made here, kept in the data folder, made again when it ends or the machine's addresses change.</summary>
public static class LanCertificate
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";

    public static string PublicFile(HostChoices choices) => choices.InData("lan-certificate.crt");

    private static string KeyFile(HostChoices choices) => choices.InData("lan-certificate.pfx");

    public static string Fingerprint(HostChoices choices)
    {
        using var certificate = In(choices);
        return string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2", null)));
    }

    /// <summary>The certificate with its key; the one on disk if it still fits.</summary>
    public static X509Certificate2 In(HostChoices choices)
    {
        if (File.Exists(KeyFile(choices)))
        {
            var kept = X509CertificateLoader.LoadPkcs12FromFile(KeyFile(choices), null, X509KeyStorageFlags.Exportable);
            if (Fits(kept, choices.Time.GetUtcNow())) return kept;
            kept.Dispose();
        }

        using var made = Make(choices.Time.GetUtcNow());
        WritePrivately(KeyFile(choices), made.Export(X509ContentType.Pkcs12));
        File.WriteAllText(PublicFile(choices), made.ExportCertificatePem());
        return X509CertificateLoader.LoadPkcs12FromFile(KeyFile(choices), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>The machine's own IPv4 addresses on its networks.</summary>
    public static IReadOnlyList<string> Addresses() =>
        [.. NetworkInterface.GetAllNetworkInterfaces()
            .Where(card => card.OperationalStatus == OperationalStatus.Up && card.NetworkInterfaceType != NetworkInterfaceType.Loopback)
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Where(held => held.Address.AddressFamily == AddressFamily.InterNetwork)
            .Select(held => held.Address.ToString())
            .DefaultIfEmpty(IPAddress.Loopback.ToString())
            .Distinct()];

    private static bool Fits(X509Certificate2 certificate, DateTimeOffset now) =>
        certificate.NotAfter.ToUniversalTime() > now.UtcDateTime.AddDays(7)
        && Addresses().All(address => certificate.MatchesHostname(address));

    private static X509Certificate2 Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=ReviewRoom {Environment.MachineName}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddDnsName(Environment.MachineName);
        foreach (var address in Addresses().Append("127.0.0.1").Distinct()) names.AddIpAddress(IPAddress.Parse(address));

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerUse)], critical: false));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(800));
    }

    private static void WritePrivately(string path, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(bytes);
    }
}
