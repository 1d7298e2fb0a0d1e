namespace Cxf.Jsonata.NumberPictures;

/// <summary>How letters are written.</summary>
internal enum LetterCase : byte
{
    Lower,
    Upper,
    Title,
}
