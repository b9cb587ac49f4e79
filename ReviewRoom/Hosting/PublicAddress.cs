namespace ReviewRoom.Hosting;

/// <summary>Where the program is, as others reach it.</summary>
public static class PublicAddress
{
    /// <summary>An address of this machine alone helps nobody: in the local network it is the machine's own.</summary>
    public static Uri Of(Uri asked, HostChoices host)
    {
        if (asked.IsLoopback && host.Lan && LanCertificate.Addresses() is [var lan, ..]) asked = new UriBuilder(asked) { Host = lan }.Uri;
        return new Uri(asked.GetLeftPart(UriPartial.Authority));
    }

    public static Uri Of(HttpContext context, HostChoices host) => Of(new Uri($"{context.Request.Scheme}://{context.Request.Host}"), host);
}
