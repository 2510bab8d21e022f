namespace HaIac.Cib.Documents;

/// <summary>Who changed the configuration of a CIB last, as far as the CIB tells.</summary>
/// <param name="Client">The program (<c>update-client</c>): cibadmin, crmd, pcs's own name for itself.</param>
/// <param name="User">The user (<c>update-user</c>).</param>
/// <param name="Origin">The node it came from (<c>update-origin</c>).</param>
/// <param name="Time">When, in the words of the CIB (<c>cib-last-written</c>).</param>
public sealed record LastWriter(string? Client, string? User, string? Origin, string? Time)
{
    /// <summary>As a phrase: written (time) by (user) with (client) on (node).</summary>
    public override string ToString()
    {
        if (Client is null && User is null && Origin is null)
        {
            return "written by somebody the CIB does not name";
        }

        return "written" + Part(" ", Time) + Part(" by ", User) + Part(" with ", Client) + Part(" on ", Origin);
    }

    /// <summary>The same as a clause that claims no more than the CIB knows: who wrote any of it last, not who wrote one object of it.</summary>
    public string OfWholeCib => $"the CIB was last {this}, which may have been elsewhere in it";

    private static string Part(string word, string? value) => string.IsNullOrEmpty(value) ? "" : word + value;
}
