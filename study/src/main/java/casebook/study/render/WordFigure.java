// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;
import casebook.study.report.figure.Drawing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.drawingml.x2006.main.CTOfficeArtExtension;
import org.openxmlformats.schemas.drawingml.x2006.wordprocessingDrawing.CTInline;

/// Writes a figure: a vector drawing, with a picture of dots for programs that cannot draw it, its
/// words for those who cannot see it, and its caption below.
final class WordFigure {
  /// English Metric Units in a point.
  private static final int EMU = 12_700;

  /// The extension of a picture that holds its vector form.
  private static final String VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

  private WordFigure() {}

  static void write(WordFile file, Block.Figure figure) {
    XWPFDocument document = file.document();
    XWPFRun run = new XWPFParagraph(file.paragraph("Figure"), document).createRun();
    Drawing drawing = figure.drawing();
    double scale = Math.min(1, WordTable.WIDTH / drawing.width());
    int width = (int) Math.round(drawing.width() * scale * EMU);
    int height = (int) Math.round(drawing.height() * scale * EMU);
    try {
      ByteArrayInputStream dots = new ByteArrayInputStream(PngDrawing.of(figure));
      XWPFPicture picture =
          run.addPicture(dots, PictureType.PNG, figure.name() + ".png", width, height);
      byte[] svg = SvgRenderer.text(figure).getBytes(StandardCharsets.UTF_8);
      vector(picture, document.addPictureData(svg, PictureType.SVG));
      words(run.getCTR().getDrawingArray(0).getInlineArray(0), figure);
    } catch (InvalidFormatException | XmlException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    file.caption("FigureCaption", figure.name(), figure.caption());
    if (!figure.legend().isEmpty()) {
      file.paragraph("TableNote", figure.legend());
    }
    file.paragraph("TableEnd");
  }

  private static void words(CTInline inline, Block.Figure figure) {
    inline.getDocPr().setName(figure.name());
    inline.getDocPr().setTitle(Markup.allowed(figure.caption()));
    inline.getDocPr().setDescr(Markup.allowed(figure.alternative()));
  }

  private static void vector(XWPFPicture picture, String relation) throws XmlException {
    CTOfficeArtExtension extension =
        picture.getCTPicture().getBlipFill().getBlip().addNewExtLst().addNewExt();
    String xml =
        "<a:ext xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" uri=\""
            + VECTOR
            + "\"><asvg:svgBlip"
            + " xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
            + " r:embed=\""
            + relation
            + "\"/></a:ext>";
    XmlObject parsed = XmlObject.Factory.parse(xml).selectPath("*")[0];
    extension.set(parsed);
  }
}
