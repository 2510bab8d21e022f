using System.Globalization;

namespace HaIac.Engine.State;

/// <summary>Numbers as text in the forms that states and displays of the official command line have.</summary>
public static class NumberText
{
    /// <summary>Shortest JSON text that reads back: exponents without leading zeros.</summary>
    /// <param name="number">A finite number.</param>
    public static string Json(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var at = text.IndexOf('E');
        if (at < 0)
            return text;
        var exponent = int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture);
        return $"{text[..at]}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}";
    }

    /// <summary>Text for people: whole numbers without exponent, others with one below 1e-4 and from 1e21.</summary>
    /// <param name="number">Any number.</param>
    public static string Display(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        if (Math.Floor(number) == number)
            return new System.Numerics.BigInteger(number).ToString(CultureInfo.InvariantCulture);
        var size = Math.Abs(number);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var at = text.IndexOf('E');
        if (size >= 1e-4)
            return at < 0 ? text : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return at < 0 ? number.ToString("0.################e-00", CultureInfo.InvariantCulture) : text.Replace('E', 'e');
    }
}
