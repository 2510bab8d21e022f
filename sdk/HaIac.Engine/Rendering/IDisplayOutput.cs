namespace HaIac.Engine.Rendering;

/// <summary>Takes the text that a view makes.</summary>
public interface IDisplayOutput
{
    /// <summary>A finished line for the standard output.</summary>
    /// <param name="line">Text without line end; what the engine itself says may have line breaks inside.</param>
    void Line(string line);

    /// <summary>Raw text for the standard error; line breaks are in it.</summary>
    /// <param name="text">The text.</param>
    void Error(string text);
}
