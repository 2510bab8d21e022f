using HaIac.Cib.Documents;
using HaIac.Cib.Findings;
using HaIac.Cib.Values;

namespace HaIac.Cib.Writing;

/// <summary>Why a patch cannot be applied.</summary>
internal static class PatchFindings
{
    public static CibException NotFormat2(CibElement patch) => Refusal(
        CibFindingCodes.NotAPatch,
        patch.Name == "diff" ? $"The patch is in format {BadValue.Quote(patch["format"] ?? "1")}." : $"The outermost element is <{patch.Name}>; a patch's is <diff>.",
        $"line {patch.Line}",
        "Format 1 cannot say where something goes. Pacemaker itself uses it only for CIBs that a release before 1.1.12 wrote.",
        "Make the patch anew with haiac cib diff --patch.");

    public static CibException OtherVersion(PatchVersion made, CibVersion now) => Refusal(
        CibFindingCodes.OtherVersion,
        made.Source != now ? $"The patch was made for version {made.Source}; the document is {now}." : $"The patch leads from {made.Source} to {made.Target}, which is not later.",
        "the version block of the patch",
        "A patch that names its version applies to exactly that one, so that nobody's change is lost.",
        "Make the patch anew from the document as it is, or say that its version does not count.");

    public static CibException NotThere(CibElement change) => Refusal(
        CibFindingCodes.PatchTargetMissing,
        $"The patch wants to {change["operation"]} at {BadValue.Quote(change["path"])}, position {change["position"] ?? "any"}, and there is no such place.",
        $"line {change.Line} of the patch",
        "Somebody removed it since the patch was made, or the patch belongs to another document.",
        "Make the patch anew from the document as it is.");

    public static CibException UnknownChange(CibElement change, string fault) => Refusal(
        CibFindingCodes.UnknownPatchChange,
        $"A change at {BadValue.Quote(change["path"])} cannot be applied: {fault}.",
        $"line {change.Line} of the patch",
        null,
        "Correct the patch, or make it anew with haiac cib diff --patch.");

    public static CibException IdTwice(IdEntry first, CibElement second) => Refusal(
        CibFindingCodes.PatchUsesIdTwice,
        $"After the patch {second} has an id that {first.Element} in {first.Section} has already.",
        $"CIB {second.Name} {second.Id}",
        "An id is unique in a CIB; the cluster's schema would refuse the document.",
        "Make the patch anew from the document as it is, or choose another id.",
        CibId.OfLive(second.Id!));

    public static CibException NotNameable() => Refusal(
        CibFindingCodes.NoPatchPossible,
        "The documents differ in a place that no patch can name: a section that comes twice, or text between the sections.",
        "the top of the CIB",
        "A patch names what it changes by tags and ids; a document that the cluster's schema accepts can always be named.",
        "Correct that place first; haiac cib verify shows what the schema says.");

    private static CibException Refusal(string code, string what, string where, string? why, string mend, CibId? subject = null) =>
        new(new CibFinding { Code = code, What = what, Where = where, Why = why, Mend = mend, Subject = subject });
}
