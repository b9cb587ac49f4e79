namespace ReviewRoom.Components.Office;

/// <summary>What may be unfolded under the stage line.</summary>
public enum Form { Deadline, Seats, Freeze, Conflict, Adjourn, Papers }
