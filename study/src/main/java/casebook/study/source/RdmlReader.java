// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What an RDML file says of samples and threshold cycles; everything else is passed over.
final class RdmlReader {
  private static final String PART = "rdml_data.xml";
  private static final int LARGEST = 300_000_000;

  private final Map<String, Sample> samples = new LinkedHashMap<>();
  private final List<Reaction> reactions = new ArrayList<>();
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private String sample = "";
  private String target = "";
  private String cycle = "";
  private String property = "";
  private boolean excluded;

  private RdmlReader() {}

  /// A sample.
  ///
  /// @param id its name
  /// @param types such as `unkn`, `std`, `ntc`, one a target or one alone
  /// @param notes its annotations by property
  record Sample(String id, List<String> types, Map<String, String> notes) {}

  /// A reaction with a threshold cycle.
  ///
  /// @param sample the id of its sample
  /// @param target the id of its target
  /// @param cycle as written
  record Reaction(String sample, String target, String cycle) {}

  /// Why a file is no RDML that is read.
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;
    private final String why;

    private Unfit(String why) {
      super(why, null, false, false);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  /// Reads a file.
  ///
  /// @param bytes a zip that holds `rdml_data.xml`, or that XML itself
  static RdmlReader read(byte[] bytes) throws Unfit {
    boolean zip = bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    RdmlReader reader = new RdmlReader();
    try {
      reader.parse(new ByteArrayInputStream(zip ? unpacked(bytes) : bytes));
    } catch (IOException | XMLStreamException broken) {
      throw new Unfit("The file is not RDML, or it is damaged.");
    }
    if (reader.reactions.isEmpty()) {
      throw new Unfit("The file holds no reaction with a threshold cycle (cq).");
    }
    return reader;
  }

  private static byte[] unpacked(byte[] bytes) throws IOException, Unfit {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(PART)) {
          return limited(zip);
        }
      }
    }
    throw new Unfit("The zip does not hold rdml_data.xml, as every RDML file does.");
  }

  private static byte[] limited(InputStream in) throws IOException, Unfit {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (out.size() + read > LARGEST) {
        throw new Unfit("The file is larger than 300 MB when it is unpacked.");
      }
      out.write(buffer, 0, read);
    }
    return out.toByteArray();
  }

  private void parse(InputStream in) throws XMLStreamException, Unfit {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Unfit("The file holds a document type, as no RDML file does.");
        case XMLStreamConstants.START_ELEMENT -> start(xml);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
        default -> {
          // comments and processing instructions
        }
      }
    }
  }

  private void start(XMLStreamReader xml) throws Unfit {
    String name = xml.getLocalName();
    if (path.isEmpty() && !name.equals("rdml")) {
      throw new Unfit("The file is XML, but not RDML.");
    }
    String id = xml.getAttributeValue(null, "id");
    String parent = path.isEmpty() ? "" : path.getLast();
    path.addLast(name);
    text.setLength(0);
    if (name.equals("sample") && id != null) {
      sample = id;
      if (parent.equals("rdml")) {
        samples.put(id, new Sample(id, new ArrayList<>(), new LinkedHashMap<>()));
      }
    } else if (name.equals("tar") && id != null) {
      target = id;
    } else if (name.equals("data")) {
      cycle = "";
      excluded = false;
    }
  }

  private void end(String name) {
    path.removeLast();
    String parent = path.isEmpty() ? "" : path.getLast();
    String words = text.toString().strip();
    text.setLength(0);
    switch (parent + " " + name) {
      case "sample type" -> current().types().add(words);
      case "annotation property" -> property = words;
      case "annotation value" -> current().notes().put(property, words);
      case "data cq" -> cycle = words;
      case "data excl" -> excluded = !words.isEmpty();
      case "react data" -> {
        if (!excluded) {
          reactions.add(new Reaction(sample, target, cycle));
        }
      }
      default -> {
        // fluorescence, thermal programs and the like
      }
    }
  }

  private Sample current() {
    return samples.computeIfAbsent(
        sample, id -> new Sample(id, new ArrayList<>(), new LinkedHashMap<>()));
  }

  /// The samples by id, in the order of the file.
  Map<String, Sample> samples() {
    return samples;
  }

  /// The reactions, in the order of the file.
  List<Reaction> reactions() {
    return reactions;
  }
}
