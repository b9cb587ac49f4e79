namespace ReviewRoom.Components.Room;

/// <summary>How the last act of this seat fared, as far as the page knows.</summary>
public enum SaveState
{
    /// <summary>Nothing was asked since the page opened.</summary>
    Idle,
    /// <summary>Asked; no receipt yet.</summary>
    Sending,
    /// <summary>On disk: the server gave a receipt.</summary>
    Saved,
    /// <summary>Declined: nothing was stored.</summary>
    Refused,
}
