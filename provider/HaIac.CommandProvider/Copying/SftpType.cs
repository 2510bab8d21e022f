namespace HaIac.CommandProvider.Copying;

/// <summary>Packets of the file transfer protocol that are used here.</summary>
internal enum SftpType : byte
{
    Init = 1,
    Version = 2,
    Open = 3,
    Close = 4,
    Write = 6,
    MakeFolder = 14,
    Stat = 17,
    Status = 101,
    Handle = 102,
    Attributes = 105,
}
