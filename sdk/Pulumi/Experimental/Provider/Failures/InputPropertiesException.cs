namespace Pulumi;

/// <summary>
/// A call failed because of its inputs. The engine lists every property with its reason. A check answers with failures instead;
/// this is for calls that have no such answer.
/// </summary>
/// <param name="message">What failed.</param>
/// <param name="propertyErrors">All that is wrong.</param>
public class InputPropertiesException(string message, IList<PropertyError> propertyErrors) : Exception(message)
{
    /// <summary>All that is wrong.</summary>
    public IList<PropertyError> PropertyErrors { get; } = propertyErrors;
}
