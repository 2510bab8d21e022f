namespace HaIac.Operating.Awaiting;

/// <summary>What is waited for.</summary>
internal enum Aim
{
    /// <summary>It runs where it should, as far as that is up to the resource (an <c>up</c>).</summary>
    Settled,

    /// <summary>It is out of the configuration and nothing of it runs any more.</summary>
    Gone,

    /// <summary>It runs, in as many instances as asked for (an operator's start).</summary>
    Started,

    /// <summary>It is still configured and does not run.</summary>
    Stopped,

    /// <summary>The cluster has looked at it again.</summary>
    Known,
}
