using System.Security.Cryptography;
using System.Text;
using ReviewRoom.Domain;
using ReviewRoom.Hosting;

namespace ReviewRoom.Identity;

/// <summary>The first start with nobody in it: whoever reads the console may make the administrator, once. There is no default password.</summary>
public sealed class FirstRun(HostChoices choices, PeopleDirectory directory, People people) : IDisposable
{
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The token of the link; null as soon as there is anybody, and always in a demonstration.</summary>
    public string? Token => directory.IsEmpty && !choices.Demo ? _token : null;

    public void Dispose() => _turn.Dispose();

    public bool Fits(string? token) =>
        Token is { } mine && token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(mine), Encoding.UTF8.GetBytes(token));

    /// <summary>Makes the administrator.</summary>
    public async Task<PeopleRefusal> Make(string token, string userName, string name, string password)
    {
        await _turn.WaitAsync();
        try
        {
            return Fits(token) ? await people.Add(new PersonEntry(userName, name, Roles.Administrator), password) : PeopleRefusal.NotAllowed;
        }
        finally
        {
            _turn.Release();
        }
    }
}
