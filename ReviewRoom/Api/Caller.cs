using ReviewRoom.Domain;
using ReviewRoom.Identity;

namespace ReviewRoom.Api;

/// <summary>Who calls, as he is now.</summary>
public static class Caller
{
    /// <summary>Every endpoint here is for signed-in people whose right stands: a caller without one is a bug of the routes.</summary>
    public static Person Of(HttpContext context)
    {
        var directory = context.RequestServices.GetRequiredService<PeopleDirectory>();
        return context.User.StandingId(directory) is { } id && directory.Find(id) is { } person ? person : new Person("", "", Roles.None);
    }
}
