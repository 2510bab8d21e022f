namespace HaIac.Operating.Findings;

/// <summary>A kind of finding of this plugin: its message code and the fixed summary that belongs to it.</summary>
internal sealed record FindingCode
{
    private FindingCode(string code, string summary)
    {
        Code = code;
        Summary = summary;
        All.Add(this);
    }

    /// <summary>Every code there is, for the test that asks for a test of each.</summary>
    public static List<FindingCode> All { get; } = [];

    public static FindingCode NoSuchNode { get; } = new("HAI1252", "Node is not known");
    public static FindingCode NodeInUse { get; } = new("HAI1253", "Node cannot be added or removed");
    public static FindingCode NoSuchResource { get; } = new("HAI1254", "Resource is not known");
    public static FindingCode CannotMove { get; } = new("HAI1255", "Resource cannot be moved like this");
    public static FindingCode UnknownProperty { get; } = new("HAI2001", "Unknown property");
    public static FindingCode MissingProperty { get; } = new("HAI2002", "Required property is missing");
    public static FindingCode WrongType { get; } = new("HAI2003", "Property has the wrong type");
    public static FindingCode NotAccepted { get; } = new("HAI2004", "Value is not accepted");
    public static FindingCode BadId { get; } = new("HAI2010", "Id is not allowed in a CIB");
    public static FindingCode BadDuration { get; } = new("HAI2011", "Duration is not understood");
    public static FindingCode BadScore { get; } = new("HAI2012", "Score is not understood");
    public static FindingCode BadAgent { get; } = new("HAI2013", "Agent name is not understood");
    public static FindingCode BadNode { get; } = new("HAI2014", "Node name is not understood");
    public static FindingCode BadText { get; } = new("HAI2015", "Text cannot stand in a CIB");
    public static FindingCode DuplicateId { get; } = new("HAI2020", "Id is used twice");
    public static FindingCode ExactlyOne { get; } = new("HAI2021", "Exactly one of several properties is needed");
    public static FindingCode ModeMismatch { get; } = new("HAI2022", "HA mode and cluster resource do not fit");
    public static FindingCode DuplicateOperation { get; } = new("HAI2023", "Operation is declared twice");
    public static FindingCode SelfReference { get; } = new("HAI2024", "Constraint names one resource twice");
    public static FindingCode LostMeta { get; } = new("HAI2025", "Meta attribute of a wrapper stands where there is none");
    public static FindingCode BadPath { get; } = new("HAI2026", "Path is not allowed");
    public static FindingCode UnknownAgent { get; } = new("HAI2101", "Agent is not installed");
    public static FindingCode UnknownParameter { get; } = new("HAI2102", "Agent has no such parameter");
    public static FindingCode MissingParameter { get; } = new("HAI2103", "Agent needs a parameter");
    public static FindingCode CannotPromote { get; } = new("HAI2104", "Agent cannot be promoted");
    public static FindingCode BadParameter { get; } = new("HAI2105", "Parameter has the wrong type");
    public static FindingCode AgentMissingOnNode { get; } = new("HAI2106", "Agent is missing on a node");
    public static FindingCode MissingConfig { get; } = new("HAI2201", "Cluster is not configured");
    public static FindingCode BadConfig { get; } = new("HAI2202", "Provider configuration is not understood");
    public static FindingCode UnknownType { get; } = new("HAI2203", "Resource type is unknown to this plugin");
    public static FindingCode NowhereReference { get; } = new("HAI3202", "Constraint names an id that exists nowhere");
    public static FindingCode StillReferenced { get; } = new("HAI3203", "Other objects still refer to the object");
    public static FindingCode TakeoverFailed { get; } = new("HAI3301", "Service was not taken over from the init system");
    public static FindingCode UnitMissing { get; } = new("HAI3302", "Unit is not installed");
    public static FindingCode UnitFailed { get; } = new("HAI3303", "Init system did not follow");
    public static FindingCode ScriptFailed { get; } = new("HAI3304", "Script could not be put on a node");
    public static FindingCode NoNodes { get; } = new("HAI3305", "Service has no nodes");
    public static FindingCode NotGivenBack { get; } = new("HAI3306", "Service was not given back to the init system");
    public static FindingCode HandoverStuck { get; } = new("HAI3307", "Handover of the service stopped half way");
    public static FindingCode OtherName { get; } = new("HAI3308", "Cluster has the service under another name");
    public static FindingCode ServiceNotFound { get; } = new("HAI3401", "Service is not in the cluster");
    public static FindingCode NotOnline { get; } = new("HAI3403", "Cluster is not ready in time");
    public static FindingCode CannotRun { get; } = new("HAI3404", "Service cannot reach the state that is asked for");
    public static FindingCode RestartLocked { get; } = new("HAI3406", "Somebody else is restarting the service");
    public static FindingCode RolloutStopped { get; } = new("HAI3407", "Restart was not carried through");
    public static FindingCode KeptOnPurpose { get; } = new("HAI3408", "A setting that is not ours stays in force");
    public static FindingCode NoNativeRestart { get; } = new("HAI3409", "Service cannot be restarted by the init system");
    public static FindingCode Interfered { get; } = new("HAI3410", "Others keep changing the same setting");
    public static FindingCode NotSettled { get; } = new("HAI5101", "Resource is not settled in time");
    public static FindingCode Blocked { get; } = new("HAI5102", "Resource cannot run");
    public static FindingCode StartFailed { get; } = new("HAI5104", "Resource did not start");
    public static FindingCode StopFailed { get; } = new("HAI5105", "Resource did not stop");

    /// <summary>The code of the message: <c>HAI</c> and four digits.</summary>
    public string Code { get; }

    /// <summary>The summary line: the same for every message of this code.</summary>
    public string Summary { get; }
}
