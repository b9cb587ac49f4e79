using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using QRCoder;
using A = DocumentFormat.OpenXml.Drawing;
using Pic = DocumentFormat.OpenXml.Drawing.Pictures;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ReviewRoom.Documents;

/// <summary>A QR code in a Word paper: a picture of 30 mm with its address as the alternative text.</summary>
internal static class WordPicture
{
    /// <summary>30 mm in the units of Word's drawings.</summary>
    private const long Side = 30 * 36_000L;

    private const int PixelsAModule = 8;

    public static Paragraph Qr(MainDocumentPart main, QrPiece code)
    {
        using var data = QRCodeGenerator.GenerateQrCode(code.Address, QRCodeGenerator.ECCLevel.M);
        var part = main.AddImagePart(ImagePartType.Png);
        using var png = new MemoryStream(new PngByteQRCode(data).GetGraphic(PixelsAModule));
        part.FeedData(png);
        var id = (uint)main.ImageParts.Count();
        return new Paragraph(new ParagraphProperties(new KeepNext()), new Run(new Drawing(new Wp.Inline(
            new Wp.Extent { Cx = Side, Cy = Side }, new Wp.DocProperties { Id = id, Name = $"QR {id}", Description = $"{code.Label}: {code.Address}" },
            new Wp.NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(Picture(main.GetIdOfPart(part), id)) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })))));
    }

    private static Pic.Picture Picture(string part, uint id) => new(
        new Pic.NonVisualPictureProperties(new Pic.NonVisualDrawingProperties { Id = id, Name = $"QR {id}" }, new Pic.NonVisualPictureDrawingProperties()),
        new Pic.BlipFill(new A.Blip { Embed = part }, new A.Stretch(new A.FillRectangle())),
        new Pic.ShapeProperties(
            new A.Transform2D(new A.Offset { X = 0L, Y = 0L }, new A.Extents { Cx = Side, Cy = Side }),
            new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
}
