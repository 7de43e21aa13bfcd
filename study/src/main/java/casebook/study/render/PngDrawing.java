// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document.Block;
import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.imageio.ImageIO;

/// Draws a figure in dots, 300 to the inch, on white, in the font that the program carries.
final class PngDrawing {
  private static final double DOTS_IN_A_POINT = 300 / 72.0;

  private PngDrawing() {}

  static byte[] of(Block.Figure figure) {
    Fonts.ready();
    byte[] svg = SvgRenderer.print(figure).getBytes(StandardCharsets.UTF_8);
    SVGDocument drawing =
        Objects.requireNonNull(
            new SVGLoader()
                .load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault()));
    int width = (int) Math.ceil(figure.drawing().width() * DOTS_IN_A_POINT);
    int height = (int) Math.ceil(figure.drawing().height() * DOTS_IN_A_POINT);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.scale(width / drawing.size().getWidth(), height / drawing.size().getHeight());
    drawing.render(null, canvas);
    canvas.dispose();
    return png(image);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The program's fonts, made known once.
  private static final class Fonts {
    static {
      for (String name : new String[] {"LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"}) {
        try (InputStream in = PageFile.open("fonts", name)) {
          GraphicsEnvironment.getLocalGraphicsEnvironment()
              .registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (IOException | FontFormatException e) {
          throw new IllegalStateException("the program lacks its font " + name, e);
        }
      }
    }

    static void ready() {}
  }
}
