namespace ReviewRoom.Api;

/// <summary>An act as it was sent: <c>{"commandId":"…","act":"mark", …}</c>.</summary>
public sealed record ActRequest<TAct>(string CommandId, TAct Act) where TAct : class
{
    /// <summary>The secret member that may stand beside an act; it is never kept with it.</summary>
    private const string PasswordMember = "password";

    private const int LongestId = 64;

    /// <summary>The password given again, for the acts that ask for it.</summary>
    public string? Password { get; private init; }

    /// <param name="without">Acts that are not asked for this way.</param>
    /// <returns>The act, or the answer that names what is wrong.</returns>
    public static async Task<(ActRequest<TAct>? Request, IResult? Problem)> Read(HttpContext context, params Type[] without)
    {
        var (body, problem) = await RequestBody.Read(context);
        if (body is null) return (null, problem);
        if (body.Text("commandId") is not { Length: > 0 and <= LongestId } commandId) return (null, Problems.Malformed(context, "commandId"));
        var (act, field) = body.Act<TAct>(without);
        return act is null ? (null, Problems.Malformed(context, field)) : (new ActRequest<TAct>(commandId, act) { Password = body.Text(PasswordMember) }, null);
    }
}
