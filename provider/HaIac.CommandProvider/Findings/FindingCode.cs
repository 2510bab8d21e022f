namespace HaIac.CommandProvider.Findings;

/// <summary>A kind of finding: its code and the fixed summary that belongs to it.</summary>
/// <param name="Code"><c>HAI6</c> and three digits.</param>
/// <param name="Summary">The summary line: the same for every finding of this code.</param>
internal sealed record FindingCode(string Code, string Summary)
{
    /// <summary>A property that the type does not have.</summary>
    public static FindingCode UnknownProperty { get; } = new("HAI6001", "Property is not known");

    /// <summary>A property that must be set and is not.</summary>
    public static FindingCode Missing { get; } = new("HAI6002", "Property is missing");

    /// <summary>A value of another kind than the property takes.</summary>
    public static FindingCode WrongKind { get; } = new("HAI6003", "Value is of the wrong kind");

    /// <summary>A value that the property does not take.</summary>
    public static FindingCode BadValue { get; } = new("HAI6004", "Value is not accepted");

    /// <summary>A type or function that the package does not have.</summary>
    public static FindingCode UnknownType { get; } = new("HAI6005", "Type is not part of package command");

    /// <summary>The folder to run in.</summary>
    public static FindingCode NoFolder { get; } = new("HAI6101", "Folder to run in does not exist");

    /// <summary>The interpreter.</summary>
    public static FindingCode NoInterpreter { get; } = new("HAI6102", "Interpreter cannot be started");

    /// <summary>Exit status other than 0.</summary>
    public static FindingCode CommandFailed { get; } = new("HAI6103", "Command failed");

    /// <summary>Ended at the time limit of the resource.</summary>
    public static FindingCode TimedOut { get; } = new("HAI6104", "Command took too long");

    /// <summary>More output than is kept.</summary>
    public static FindingCode TooMuchOutput { get; } = new("HAI6105", "Command prints too much");

    /// <summary>Command or variable longer than the system takes.</summary>
    public static FindingCode TooLong { get; } = new("HAI6106", "Command or variable is too long");

    /// <summary>A glob that cannot be read.</summary>
    public static FindingCode BadPattern { get; } = new("HAI6107", "File pattern is not understood");

    /// <summary>A file that was named by a pattern cannot be read.</summary>
    public static FindingCode UnreadableFile { get; } = new("HAI6108", "File cannot be read");

    /// <summary>What is to be copied is not there.</summary>
    public static FindingCode NoSource { get; } = new("HAI6201", "Source cannot be read");

    /// <summary>The destination cannot take it.</summary>
    public static FindingCode BadDestination { get; } = new("HAI6202", "Destination cannot be written");

    /// <summary>The server does not do file transfer.</summary>
    public static FindingCode NoFileTransfer { get; } = new("HAI6203", "Host offers no file transfer");
}
