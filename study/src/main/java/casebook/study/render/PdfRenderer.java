// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.Fop;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.fop.apps.io.ResourceResolverFactory;
import org.apache.fop.events.Event;
import org.apache.fop.events.EventFormatter;
import org.apache.fop.events.model.EventSeverity;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The paper for print, `report.pdf`: A4, fonts inside, figures as vectors, heads of tables on each
/// page, bookmarks, and tags for those who listen to it.
final class PdfRenderer implements Renderer {
  private static final URI FONTS = URI.create("casebook:/fonts/");

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public List<OutputFile> render(Document document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      layOut(FoPaper.of(document), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
    return List.of(new OutputFile("report.pdf", FixedPdf.of(bytes.toByteArray())));
  }

  private static void layOut(String paper, OutputStream out)
      throws IOException, SAXException, ParserConfigurationException {
    FopFactory factory = factory();
    factory.getFontManager().disableFontCache();
    FOUserAgent agent = factory.newFOUserAgent();
    agent.setProducer("Casebook");
    agent.setCreator("Casebook");
    agent.getEventBroadcaster().addEventListener(PdfRenderer::told);
    Fop fop = factory.newFop("application/pdf", agent, out);
    SAXParserFactory parsers = SAXParserFactory.newInstance();
    parsers.setNamespaceAware(true);
    parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    parsers.newSAXParser().parse(new InputSource(new StringReader(paper)), fop.getDefaultHandler());
  }

  /// A figure that could not be drawn or a font that was not found must not be passed over; that a
  /// table is a hair too wide may.
  private static void told(Event event) {
    if (event.getSeverity() == EventSeverity.ERROR || event.getSeverity() == EventSeverity.FATAL) {
      throw new IllegalStateException(EventFormatter.format(event, Locale.ROOT));
    }
  }

  private static FopFactory factory() throws IOException, SAXException {
    try (InputStream settings = PageFile.open("pdf", "fop.xml")) {
      return new FopConfParser(settings, FONTS, new Carried()).getFopFactoryBuilder().build();
    }
  }

  /// What a paper may load: the fonts that the program carries, and nothing else.
  private static final class Carried implements ResourceResolver {
    private static final ResourceResolver INNER =
        ResourceResolverFactory.createDefaultResourceResolver();

    @Override
    public Resource getResource(URI address) throws IOException {
      String path = String.valueOf(address.getPath());
      if ("casebook".equals(address.getScheme()) && path.startsWith(FONTS.getPath())) {
        return new Resource(PageFile.open("fonts", path.substring(FONTS.getPath().length())));
      }
      throw new IOException("a paper loads nothing from outside");
    }

    @Override
    public OutputStream getOutputStream(URI address) throws IOException {
      return INNER.getOutputStream(address);
    }
  }
}
