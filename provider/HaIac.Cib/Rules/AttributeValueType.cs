namespace HaIac.Cib.Rules;

/// <summary>What the two sides of a comparison are taken for (<c>type</c>). A side that is no such thing makes both compare as text.</summary>
public enum AttributeValueType
{
    /// <summary>Text, without regard to case.</summary>
    String,

    /// <summary>Whole numbers; from schema 3.5.</summary>
    Integer,

    /// <summary>Numbers with or without a fraction; whole numbers before feature set 3.5.</summary>
    Number,

    /// <summary>
    /// Versions such as 2.1.10, part by part. Not for texts without digits: where both sides are such, the scheduler of Pacemaker 2.1.5
    /// never comes to an end.
    /// </summary>
    Version,
}
