using HaIac.Cib.Planning;
using HaIac.Cib.Resources;
using HaIac.Cib.Values;
using HaIac.Transport.Committing;
using HaIac.Transport.Failing;

namespace HaIac.Provider.Applying;

/// <summary>
/// What one call has written ahead of the rest of its edits, so that other calls can go on. If the rest comes to nothing, for whatever reason, it is
/// taken back: a call that fails leaves the cluster as it was.
/// </summary>
internal sealed class EarlyWrite(ClusterSession session, Action<string> progress)
{
    private readonly HashSet<CibId> _put = [];
    private readonly List<CibEdit> _undo = [];

    /// <summary>Whether the object is in the cluster because of this.</summary>
    public bool HasPut(CibObject item) => _put.Contains(item.Id);

    /// <summary>Objects were put.</summary>
    /// <param name="objects">All of them.</param>
    /// <param name="wereThere">Those that an earlier try had left in the cluster already; they stay there, whatever happens.</param>
    public void Put(IEnumerable<CibObject> objects, IReadOnlyCollection<CibObject> wereThere)
    {
        foreach (var item in objects)
        {
            _put.Add(item.Id);
            if (!wereThere.Contains(item))
            {
                _undo.Add(new RemoveObject(item));
            }
        }
    }

    /// <summary>Objects were taken out.</summary>
    public void Removed(IEnumerable<CibObject> objects) => _undo.AddRange(objects.Select(item => new PutObject(item, null)));

    /// <summary>Runs the call. If it fails or is cancelled, what it wrote early is taken back before that is told.</summary>
    public async Task<T> OrTakenBackAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (Exception) when (_undo.Count > 0)
        {
            await TakeBackAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task TakeBackAsync()
    {
        var gone = _undo.OfType<RemoveObject>().Select(edit => edit.LastApplied).OfType<CibResource>().SelectMany(resource => resource.SelfAndInside());
        using var pass = session.Gate.Enter([], [], gone.Select(item => item.Id.Value));
        try
        {
            await session.CommitAsync(_undo, CancellationToken.None).ConfigureAwait(false);
            pass.Landed();
        }
        catch (Exception fault) when (fault is CommitException or TransportException)
        {
            // The call tells its own failure; this one must not hide it.
            progress($"{string.Join(", ", _undo.Select(edit => edit.Id))} could not be brought back to what it was and is dealt with by the next run: {fault.Message}");
        }
    }
}
