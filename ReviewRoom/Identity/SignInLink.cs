namespace ReviewRoom.Identity;

/// <summary>The address that opens the sign-in with a one-time code filled in. The code stands behind the number sign, which no server and no log is sent.</summary>
public static class SignInLink
{
    public static Uri Of(Uri address, string personId, string code) => new(address, $"/sign-in?code#user={Uri.EscapeDataString(personId)}&code={code}");
}
