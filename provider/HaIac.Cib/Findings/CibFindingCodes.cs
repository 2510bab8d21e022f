namespace HaIac.Cib.Findings;

/// <summary>The codes of all findings of this library. Each has one summary line, see <see cref="CibFinding.Summary"/>.</summary>
public static class CibFindingCodes
{
    /// <summary>The text is not well-formed XML.</summary>
    public const string NotXml = "HAI3001";

    /// <summary>The document is larger or deeper than the reader accepts.</summary>
    public const string TooLarge = "HAI3002";

    /// <summary>The document carries a document type declaration, which could pull in other files.</summary>
    public const string DocumentType = "HAI3003";

    /// <summary>The document is XML, but not a CIB.</summary>
    public const string NotCib = "HAI3004";

    /// <summary>An id is no XML name.</summary>
    public const string BadId = "HAI3010";

    /// <summary>A score is neither a number nor an infinity.</summary>
    public const string BadScore = "HAI3011";

    /// <summary>A duration is in none of Pacemaker's spellings.</summary>
    public const string BadDuration = "HAI3012";

    /// <summary>A boolean is in none of Pacemaker's spellings.</summary>
    public const string BadBoolean = "HAI3013";

    /// <summary>A role is none of the four roles.</summary>
    public const string BadRole = "HAI3014";

    /// <summary>An agent name lacks a part, or its standard is unknown.</summary>
    public const string BadAgent = "HAI3015";

    /// <summary>A node name is empty or holds white space.</summary>
    public const string BadNodeName = "HAI3016";

    /// <summary>A word is none of those that the attribute accepts.</summary>
    public const string BadWord = "HAI3017";

    /// <summary>A value holds a character that XML cannot carry, or the name of an XML attribute is no XML name.</summary>
    public const string BadText = "HAI3018";

    /// <summary>A date in a rule is no date of the calendar, or in no accepted spelling.</summary>
    public const string BadDate = "HAI3030";

    /// <summary>A part of a calendar in a rule is neither a number nor a range.</summary>
    public const string BadDateRange = "HAI3031";

    /// <summary>An object that is to be created has the id of something that is there already.</summary>
    public const string IdTaken = "HAI3101";

    /// <summary>A reference to a resource that exists nowhere.</summary>
    public const string DanglingReference = "HAI3102";

    /// <summary>An object that is to be removed is still referred to.</summary>
    public const string StillReferredTo = "HAI3103";

    /// <summary>The id in the cluster belongs to an object of another kind than the one declared.</summary>
    public const string OtherKind = "HAI3104";

    /// <summary>One id is used more than once.</summary>
    public const string DuplicateId = "HAI3105";

    /// <summary>A resource is nested in a way that Pacemaker does not know.</summary>
    public const string BadNesting = "HAI3106";

    /// <summary>A promotable clone of an agent without promote and demote.</summary>
    public const string CannotPromote = "HAI3107";

    /// <summary>Two operations of one resource have the same name and interval.</summary>
    public const string OperationCollision = "HAI3108";

    /// <summary>An object that is to be removed holds resources, members, permissions or recipients that somebody else put there.</summary>
    public const string HoldsForeign = "HAI3109";

    /// <summary>A constraint names a node that the cluster does not have.</summary>
    public const string UnknownNode = "HAI3110";

    /// <summary>A resource that is to be removed was put into a clone or group by somebody else and is all that it holds.</summary>
    public const string WrappedByOthers = "HAI3111";

    /// <summary>A group, clone or bundle holds nothing, or more than it may.</summary>
    public const string WrongContent = "HAI3112";

    /// <summary>A role or action of promotion is named for what is not promotable.</summary>
    public const string NotPromotable = "HAI3113";

    /// <summary>A promotable clone has no recurring monitor for the Promoted role.</summary>
    public const string NotMonitored = "HAI3114";

    /// <summary>Mandatory colocations go round in a circle.</summary>
    public const string ColocationLoop = "HAI3115";

    /// <summary>Two constraints demand the opposite of each other.</summary>
    public const string Contradiction = "HAI3116";

    /// <summary>Orders go round in a circle.</summary>
    public const string OrderLoop = "HAI3117";

    /// <summary>A rule can never match.</summary>
    public const string RuleNeverMatches = "HAI3118";

    /// <summary>A clone option is set on a resource that is no clone, or stands inside one.</summary>
    public const string CloneOptionInside = "HAI3119";

    /// <summary>Numbers of instances contradict each other.</summary>
    public const string InstanceNumbers = "HAI3120";

    /// <summary>The cluster, or its release, does not know a cluster option.</summary>
    public const string UnknownOption = "HAI3121";

    /// <summary>A name, value or form is deprecated, or no longer counts.</summary>
    public const string Outdated = "HAI3122";

    /// <summary>A meta attribute or operation option is near a known one, but is none.</summary>
    public const string UnknownMetaAttribute = "HAI3123";

    /// <summary>The value of an option cannot be read, or is not allowed there.</summary>
    public const string BadOptionValue = "HAI3124";

    /// <summary>An operation that happens once has an interval.</summary>
    public const string NeverRecurs = "HAI3125";

    /// <summary>An operation has the timeout zero.</summary>
    public const string NoTimeLimit = "HAI3126";

    /// <summary>A clone that depends on another one is not interleaved.</summary>
    public const string NotInterleaved = "HAI3127";

    /// <summary>An order waits for the start of a promotable clone, not for its promotion.</summary>
    public const string StartInsteadOfPromote = "HAI3128";

    /// <summary>A colocation with a promotable clone is content with any instance, though the promoted one is needed.</summary>
    public const string RoleMissing = "HAI3129";

    /// <summary>A location has the score 0.</summary>
    public const string LocationWithoutEffect = "HAI3130";

    /// <summary>One set gives a name two values.</summary>
    public const string NameTwice = "HAI3131";

    /// <summary>No node may run a resource.</summary>
    public const string NoNodeAllowed = "HAI3132";

    /// <summary>Fencing is on, but there is no fencing device.</summary>
    public const string NoFencingDevice = "HAI3133";

    /// <summary>A fencing level has an index that does not exist, or one that another has.</summary>
    public const string FencingLevel = "HAI3134";

    /// <summary>Resources have a utilization that the cluster does not look at.</summary>
    public const string UtilizationIgnored = "HAI3135";

    /// <summary>A utilization is no whole number.</summary>
    public const string BadUtilization = "HAI3136";

    /// <summary>A setting counts on fencing, which is off.</summary>
    public const string NeedsFencing = "HAI3137";

    /// <summary>A constraint names one resource on both sides.</summary>
    public const string NamesItself = "HAI3138";

    /// <summary>The only monitor of a resource does not recur.</summary>
    public const string OnlyProbed = "HAI3139";

    /// <summary>A patch is not in diff format 2.</summary>
    public const string NotAPatch = "HAI3140";

    /// <summary>A patch was made for another version of the document.</summary>
    public const string OtherVersion = "HAI3141";

    /// <summary>A patch names an element or position that the document does not have.</summary>
    public const string PatchTargetMissing = "HAI3142";

    /// <summary>A patch holds a change that Pacemaker does not know.</summary>
    public const string UnknownPatchChange = "HAI3143";

    /// <summary>A patch would make an id be used twice.</summary>
    public const string PatchUsesIdTwice = "HAI3144";

    /// <summary>Two documents differ in a place that no patch can name.</summary>
    public const string NoPatchPossible = "HAI3145";

    /// <summary>A resource cannot be wrapped or unwrapped as declared.</summary>
    public const string CannotRenest = "HAI3150";

    /// <summary>A constraint is about a promoted or unpromoted role of what is not promotable any more.</summary>
    public const string RoleWithoutPromotion = "HAI3151";

    /// <summary>What others wrote into a clone or group goes with it.</summary>
    public const string LostWithHolder = "HAI3152";

    /// <summary>A constraint names what stands inside a clone or bundle.</summary>
    public const string InnerNamed = "HAI3161";

    /// <summary>The cluster's schema refuses an object.</summary>
    public const string SchemaRefused = "HAI4105";

    /// <summary>One of our attributes was changed by somebody else.</summary>
    public const string ChangedByOthers = "HAI4203";
}
