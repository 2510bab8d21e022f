namespace Pulumi;

/// <content>Joining values of different types.</content>
public static partial class Output
{
    /// <summary>Joins two inputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2)
        => Tuple(item1.ToOutput(), item2.ToOutput());

    /// <summary>Joins two outputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => OutputTasks.Join([item1, item2], v => ((T1)v[0]!, (T2)v[1]!));

    /// <summary>Joins three inputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput());

    /// <summary>Joins three outputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => OutputTasks.Join([item1, item2, item3], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!));

    /// <summary>Joins four inputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput());

    /// <summary>Joins four outputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4)> Tuple<T1, T2, T3, T4>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4)
        => OutputTasks.Join([item1, item2, item3, item4], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!));

    /// <summary>Joins five inputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput());

    /// <summary>Joins five outputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5)> Tuple<T1, T2, T3, T4, T5>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5)
        => OutputTasks.Join([item1, item2, item3, item4, item5], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!));

    /// <summary>Joins six inputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <typeparam name="T6">Type of value 6.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput());

    /// <summary>Joins six outputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <typeparam name="T6">Type of value 6.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5, T6)> Tuple<T1, T2, T3, T4, T5, T6>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6)
        => OutputTasks.Join([item1, item2, item3, item4, item5, item6], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!));

    /// <summary>Joins seven inputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <typeparam name="T6">Type of value 6.</typeparam>
    /// <typeparam name="T7">Type of value 7.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput());

    /// <summary>Joins seven outputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <typeparam name="T6">Type of value 6.</typeparam>
    /// <typeparam name="T7">Type of value 7.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5, T6, T7)> Tuple<T1, T2, T3, T4, T5, T6, T7>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7)
        => OutputTasks.Join([item1, item2, item3, item4, item5, item6, item7], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!));

    /// <summary>Joins eight inputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <typeparam name="T6">Type of value 6.</typeparam>
    /// <typeparam name="T7">Type of value 7.</typeparam>
    /// <typeparam name="T8">Type of value 8.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <param name="item8">Value 8.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Input<T1> item1, Input<T2> item2, Input<T3> item3, Input<T4> item4, Input<T5> item5, Input<T6> item6, Input<T7> item7, Input<T8> item8)
        => Tuple(item1.ToOutput(), item2.ToOutput(), item3.ToOutput(), item4.ToOutput(), item5.ToOutput(), item6.ToOutput(), item7.ToOutput(), item8.ToOutput());

    /// <summary>Joins eight outputs into one output of a tuple. It is known when all are, and secret when any is.</summary>
    /// <typeparam name="T1">Type of value 1.</typeparam>
    /// <typeparam name="T2">Type of value 2.</typeparam>
    /// <typeparam name="T3">Type of value 3.</typeparam>
    /// <typeparam name="T4">Type of value 4.</typeparam>
    /// <typeparam name="T5">Type of value 5.</typeparam>
    /// <typeparam name="T6">Type of value 6.</typeparam>
    /// <typeparam name="T7">Type of value 7.</typeparam>
    /// <typeparam name="T8">Type of value 8.</typeparam>
    /// <param name="item1">Value 1.</param>
    /// <param name="item2">Value 2.</param>
    /// <param name="item3">Value 3.</param>
    /// <param name="item4">Value 4.</param>
    /// <param name="item5">Value 5.</param>
    /// <param name="item6">Value 6.</param>
    /// <param name="item7">Value 7.</param>
    /// <param name="item8">Value 8.</param>
    /// <returns>The output of all values.</returns>
    public static Output<(T1, T2, T3, T4, T5, T6, T7, T8)> Tuple<T1, T2, T3, T4, T5, T6, T7, T8>(Output<T1> item1, Output<T2> item2, Output<T3> item3, Output<T4> item4, Output<T5> item5, Output<T6> item6, Output<T7> item7, Output<T8> item8)
        => OutputTasks.Join([item1, item2, item3, item4, item5, item6, item7, item8], v => ((T1)v[0]!, (T2)v[1]!, (T3)v[2]!, (T4)v[3]!, (T5)v[4]!, (T6)v[5]!, (T7)v[6]!, (T8)v[7]!));
}
