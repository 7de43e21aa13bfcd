// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks into the zip of a workbook before its cells are read: refuses what no spreadsheet program
/// writes, and notes which columns are hidden and which cells are merged.
///
/// Everything is unpacked once, counted, and forgotten; no part may hold a document type, so
/// nothing outside the file is ever asked for.
final class XlsxParts {
  private static final long LARGEST = 300_000_000;
  private static final int MOST_PARTS = 10_000;
  private static final int WIDEST = 16_384;
  private static final Pattern ADDRESS =
      Pattern.compile("(?:(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[0-9]{1,7})?");

  private final Map<String, Layout> layouts = new HashMap<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, String> sheets = new HashMap<>();
  private long unpacked;

  private XlsxParts() {}

  /// What a sheet hides and merges.
  ///
  /// @param hidden ranges of hidden columns, first and last, from 1
  /// @param merged the merged ranges, such as `B2:B4`
  record Layout(List<int[]> hidden, List<String> merged) {
    /// The hidden columns, from 1, each once.
    ///
    /// @param width how many columns the table has
    IntStream hiddenColumns(int width) {
      return hidden.stream()
          .flatMapToInt(range -> IntStream.rangeClosed(range[0], Math.min(range[1], width)))
          .distinct()
          .sorted();
    }
  }

  /// Why a file is no workbook that is read.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean large;
    private final String why;

    private Unfit(boolean large, String why) {
      super(why, null, false, false);
      this.large = large;
      this.why = why;
    }

    boolean large() {
      return large;
    }

    String why() {
      return why;
    }
  }

  /// Looks through the file.
  static XlsxParts of(Path file) throws Unfit {
    XlsxParts parts = new XlsxParts();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Set<String> names = new HashSet<>();
      long declared = zip.stream().mapToLong(ZipEntry::getSize).sum();
      if (zip.size() > MOST_PARTS || declared > LARGEST) {
        throw new Unfit(true, "");
      }
      for (ZipEntry entry : zip.stream().toList()) {
        String name = entry.getName();
        if (!names.add(name) || name.startsWith("/") || name.contains("..")) {
          throw new Unfit(false, "A part of the file has a name that no workbook has.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
          parts.look(name, parts.counted(in));
        }
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw new Unfit(false, "The file is not a workbook (.xlsx), or it is damaged.");
    }
    return parts;
  }

  /// What the sheet of that name hides and merges.
  Layout layout(String sheet) {
    String part = targets.getOrDefault(sheets.getOrDefault(sheet, ""), "");
    String path = part.startsWith("/") ? part.substring(1) : "xl/" + part;
    return layouts.getOrDefault(path, new Layout(List.of(), List.of()));
  }

  private void look(String name, InputStream in) throws IOException, Unfit {
    boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
    try {
      if (xml) {
        read(name, in);
      } else {
        in.transferTo(OutputStream.nullOutputStream());
      }
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof TooLarge) {
        throw new Unfit(true, "");
      }
      throw new Unfit(false, "A part of the workbook, " + Shown.text(name) + ", is damaged.");
    } catch (TooLarge large) {
      throw new Unfit(true, "");
    }
  }

  private void read(String name, InputStream in) throws XMLStreamException, Unfit {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    Layout layout = new Layout(new ArrayList<>(), new ArrayList<>());
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new Unfit(false, "A part of the file holds a document type, as no workbook does.");
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        element(name, xml, layout);
      }
    }
    layouts.put(name, layout);
  }

  private void element(String part, XMLStreamReader xml, Layout layout) throws Unfit {
    switch (xml.getLocalName()) {
      case "sheet" -> sheets.putIfAbsent(attribute(xml, "name"), attribute(xml, "id"));
      case "Relationship" -> {
        if (part.equals("xl/_rels/workbook.xml.rels")) {
          targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
        }
      }
      case "mergeCell" -> layout.merged().add(attribute(xml, "ref"));
      case "col" -> {
        if (attribute(xml, "hidden").matches("1|true")) {
          layout.hidden().add(new int[] {whole(xml, "min"), whole(xml, "max")});
        }
      }
      case "c" -> {
        if (!ADDRESS.matcher(attribute(xml, "r")).matches()) {
          throw new Unfit(false, "A cell of the workbook has an address that no sheet has.");
        }
      }
      default -> {}
    }
  }

  private static int whole(XMLStreamReader xml, String name) {
    String word = attribute(xml, name);
    return word.matches("[0-9]{1,5}") ? Integer.parseInt(word) : WIDEST;
  }

  private static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  private InputStream counted(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        count(Math.max(0, read));
        return read;
      }
    };
  }

  private void count(int bytes) throws TooLarge {
    unpacked += bytes;
    if (unpacked > LARGEST) {
      throw new TooLarge();
    }
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
