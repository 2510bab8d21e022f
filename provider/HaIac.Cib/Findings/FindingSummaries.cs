namespace HaIac.Cib.Findings;

/// <summary>The fixed summary line of every code.</summary>
internal static class FindingSummaries
{
    public static string Of(string code) => code switch
    {
        CibFindingCodes.NotXml => "The CIB is not well-formed XML",
        CibFindingCodes.TooLarge => "The CIB is too large to read",
        CibFindingCodes.DocumentType => "A CIB cannot carry a document type",
        CibFindingCodes.NotCib => "The document is not a CIB",
        CibFindingCodes.BadId => "Not an id",
        CibFindingCodes.BadScore => "Not a score",
        CibFindingCodes.BadDuration => "Not a duration",
        CibFindingCodes.BadBoolean => "Not a boolean",
        CibFindingCodes.BadRole => "Not a role",
        CibFindingCodes.BadAgent => "Not an agent name",
        CibFindingCodes.BadNodeName => "Not a node name",
        CibFindingCodes.BadWord => "Not an accepted word",
        CibFindingCodes.BadText => "Not a text that XML can carry",
        CibFindingCodes.BadDate => "Not a date",
        CibFindingCodes.BadDateRange => "Not a number or range in a calendar",
        CibFindingCodes.IdTaken => "The id is taken",
        CibFindingCodes.DanglingReference => "Reference to nothing",
        CibFindingCodes.StillReferredTo => "Still referred to",
        CibFindingCodes.OtherKind => "Another kind of object has this id",
        CibFindingCodes.DuplicateId => "The id is used twice",
        CibFindingCodes.BadNesting => "Resources cannot be nested like this",
        CibFindingCodes.CannotPromote => "Agent cannot be promoted",
        CibFindingCodes.OperationCollision => "Two operations with one name and interval",
        CibFindingCodes.HoldsForeign => "Holds resources of somebody else",
        CibFindingCodes.UnknownNode => "The cluster has no such node",
        CibFindingCodes.WrappedByOthers => "Wrapped by somebody else",
        CibFindingCodes.NotAPatch => "Not a patch in diff format 2",
        CibFindingCodes.OtherVersion => "The patch was made for another version",
        CibFindingCodes.PatchTargetMissing => "The patch names something that is not there",
        CibFindingCodes.UnknownPatchChange => "The patch holds an unknown change",
        CibFindingCodes.NoPatchPossible => "No patch can name the difference",
        CibFindingCodes.PatchUsesIdTwice => "The patch would use an id twice",
        CibFindingCodes.CannotRenest => "Cannot be wrapped or unwrapped like this",
        CibFindingCodes.RoleWithoutPromotion => "A constraint needs a role that is no more",
        CibFindingCodes.LostWithHolder => "Lost with its holder",
        CibFindingCodes.SchemaRefused => "The cluster's schema refuses the object",
        CibFindingCodes.ChangedByOthers => "Changed by someone else",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "bug in HaIac: a finding without summary"),
    };
}
