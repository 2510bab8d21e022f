using HaIac.CommandProvider.Copying;

namespace HaIac.CommandProvider.Tests.Remote;

/// <summary>What a file transfer server that is none may answer.</summary>
[TestFixture]
internal sealed class SftpClientTests
{
    private const byte Handle = 102, Attributes = 105, Status = 101;

    [TestCase(new byte[] { 0, 0, 0, 0 }, TestName = "Answer_Empty_IsRefused")]
    [TestCase(new byte[] { 0, 0, 0, 3, Status, 0, 0 }, TestName = "Answer_WithoutItsNumber_IsRefused")]
    [TestCase(new byte[] { 0, 0, 0, 5, Attributes, 0, 0, 0, 1 }, TestName = "Answer_WithoutItsContent_IsRefused")]
    [TestCase(new byte[] { 0, 0, 0, 9, Handle, 0, 0, 0, 1, 255, 255, 255, 255 }, TestName = "Answer_LongerThanItIs_IsRefused")]
    [TestCase(new byte[] { 127, 0, 0, 9, Status, 0, 0, 0, 1 }, TestName = "Answer_TooLong_IsRefused")]
    public async Task Answer_Broken_IsRefused(byte[] answer)
    {
        var isWrite = answer[4 % answer.Length] == Handle;
        var client = new SftpClient(new MemoryStream(), new MemoryStream(answer));

        var fault = default(Exception);
        try
        {
            await (isWrite ? client.WriteAsync("path", new MemoryStream(), false, default) : client.IsFolderAsync("path", default));
        }
        catch (Exception caught)
        {
            fault = caught;
        }

        Assert.That(fault, Is.InstanceOf<InvalidDataException>());
    }
}
