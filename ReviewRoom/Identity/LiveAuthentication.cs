using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace ReviewRoom.Identity;

/// <summary>
/// Who sits at a live circuit. A change of the person's rights is heard at once and ends the circuit's rights; looking again every
/// half minute is the second line.
/// </summary>
public sealed class LiveAuthentication : RevalidatingServerAuthenticationStateProvider
{
    private static readonly AuthenticationState NoOne = new(new ClaimsPrincipal(new ClaimsIdentity()));
    private readonly PeopleDirectory _directory;
    // The circuit's own, with its language: what follows from another person's act must not be drawn in his.
    private readonly ExecutionContext? _circuit = ExecutionContext.Capture();

    public LiveAuthentication(ILoggerFactory loggers, PeopleDirectory directory) : base(loggers)
    {
        _directory = directory;
        _directory.Changed += Hear;
    }

    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        Task.FromResult(authenticationState.User.StandingId(_directory) is not null);

    protected override void Dispose(bool disposing)
    {
        _directory.Changed -= Hear;
        base.Dispose(disposing);
    }

    private void Hear(string personId)
    {
        if (_circuit is null) _ = EndIfGone(personId);
        else ExecutionContext.Run(_circuit, _ => _ = EndIfGone(personId), null);
    }

    private async Task EndIfGone(string personId)
    {
        var user = (await GetAuthenticationStateAsync()).User;
        if (user.PersonId() == personId && user.StandingId(_directory) is null) SetAuthenticationState(Task.FromResult(NoOne));
    }
}
