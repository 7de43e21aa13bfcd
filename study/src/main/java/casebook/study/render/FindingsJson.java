// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.stats.result.Interval;
import casebook.stats.result.PValue;
import casebook.study.finding.Finding;
import casebook.study.finding.Findings;
import casebook.study.finding.Method;
import casebook.study.finding.Rows;
import casebook.study.finding.Statistic;
import casebook.study.finding.Statistic.Basis;
import casebook.study.report.Shown;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Writes `findings.json`: every number at full precision, one object and one line an address. The
/// format is documented in `docs/findings.md`.
public final class FindingsJson {
  /// The name of the file in a result folder.
  public static final String FILE = "findings.json";

  /// The name and version of the format.
  static final String FORMAT = "casebook-findings/1";

  private final Findings findings;
  private final JsonGenerator json;
  private final StudyLineJson line;

  private FindingsJson(Findings findings, JsonGenerator json) {
    this.findings = findings;
    this.json = json;
    line = new StudyLineJson(json, findings.study());
  }

  /// Writes all findings; the same findings give the same bytes.
  public static Renderer.OutputFile write(Findings findings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      new FindingsJson(findings, json).all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bytes.write('\n');
    return new Renderer.OutputFile(FILE, bytes.toByteArray());
  }

  private void all() throws IOException {
    json.writeStartObject();
    json.writeStringField("format", FORMAT);
    json.writeStringField("version", findings.version());
    words("title", findings.title());
    words("note", findings.note());
    files();
    json.writeStringField("profile", findings.settings().profile().word());
    json.writeStringField("journal", findings.settings().journal());
    number("level", findings.settings().level());
    json.writeNumberField("seed", findings.settings().seed());
    if (findings.settings().day().isPresent()) {
      json.writeStringField("day", findings.settings().day().get().toString());
    }
    json.writeArrayFieldStart("findings");
    Numbers numbers = new Numbers(Journals.named(findings.settings().journal()));
    Set<String> written = new HashSet<>();
    for (Finding finding : findings.findings()) {
      for (Shown shown : Shown.of(finding, numbers)) {
        if (written.add(shown.statistic().address().path())) {
          statistic(finding.getClass().getSimpleName().toLowerCase(Locale.ROOT), shown);
        }
      }
    }
    json.writeRaw('\n');
    json.writeEndArray();
    shapes("curves", Finding.Curve.class, new CurveJson(json, line)::write);
    shapes("calibrations", Finding.Calibration.class, new CurveJson(json, line)::write);
    shapes("survival", Finding.Survival.class, new SurvivalJson(json, line)::write);
    shapes("timelines", Finding.Timelines.class, new TimelineJson(json, line)::write);
    shapes("listings", Finding.Listing.class, new ListingJson(json, line)::write);
    json.writeEndObject();
  }

  private interface Writer<T> {
    void write(T finding) throws IOException;
  }

  /// Writes the findings of a shape as an array, one a line; nothing where there are none.
  private <T extends Finding> void shapes(String name, Class<T> shape, Writer<T> writer)
      throws IOException {
    List<T> all = findings.findings().stream().filter(shape::isInstance).map(shape::cast).toList();
    if (all.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (T finding : all) {
      json.writeRaw('\n');
      writer.write(finding);
    }
    json.writeRaw('\n');
    json.writeEndArray();
  }

  private void files() throws IOException {
    json.writeObjectFieldStart("study");
    json.writeStringField("file", findings.study().file());
    json.writeStringField("sha256", findings.study().sha256());
    json.writeEndObject();
    json.writeArrayFieldStart("data");
    for (Findings.DataFile file : findings.data()) {
      json.writeStartObject();
      json.writeStringField("file", file.file());
      json.writeStringField("sha256", file.sha256());
      json.writeNumberField("rows", file.rows());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void statistic(String shape, Shown shown) throws IOException {
    Statistic statistic = shown.statistic();
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("address", statistic.address().path());
    json.writeStringField("shape", shape);
    json.writeStringField("statistic", statistic.statistic());
    json.writeStringField("label", statistic.label());
    values(statistic);
    words("unit", statistic.unit());
    words("printed", shown.printed());
    addresses("beside", shown.beside());
    method(statistic.method());
    basis(statistic.basis());
    strings("notes", shown.notes());
    words("why_not", statistic.whyNot());
    json.writeEndObject();
  }

  private void values(Statistic statistic) throws IOException {
    if (statistic.estimate().isPresent()) {
      number("value", statistic.estimate().get().value());
      if (statistic.estimate().get().interval().isPresent()) {
        Interval interval = statistic.estimate().get().interval().get();
        number("low", interval.low());
        number("high", interval.high());
        number("level", interval.level());
      }
    }
    if (statistic.p().isPresent()) {
      PValue p = statistic.p().get();
      if (p.value() > 0 || Double.isInfinite(p.ln())) {
        number("p", p.value());
      }
      number("ln_p", p.ln());
    }
  }

  private void method(Method method) throws IOException {
    words("method", method.name());
    words("interval_method", method.interval());
    words("definition", method.definition());
    words("reference", method.reference());
    words("settings", method.settings());
  }

  private void basis(Basis basis) throws IOException {
    json.writeObjectFieldStart("counts");
    for (Map.Entry<String, Long> count : basis.counts().entrySet()) {
      json.writeNumberField(count.getKey(), count.getValue());
    }
    json.writeEndObject();
    others(basis.others());
    json.writeObjectFieldStart("rows");
    json.writeNumberField("in", basis.rows().in());
    json.writeArrayFieldStart("out");
    for (Rows.Out out : basis.rows().out()) {
      json.writeStartObject();
      json.writeStringField("reason", out.reason());
      json.writeNumberField("count", out.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    strings("files", basis.data());
    line.write(basis.at());
  }

  private void others(List<Basis.Other> others) throws IOException {
    if (others.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("others");
    for (Basis.Other other : others) {
      json.writeStartObject();
      json.writeStringField("label", other.label());
      json.writeStringField("address", other.statistic().address().path());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void addresses(String name, List<Statistic> statistics) throws IOException {
    strings(name, statistics.stream().map(s -> s.address().path()).toList());
  }

  private void strings(String name, List<String> texts) throws IOException {
    if (texts.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void words(String name, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(name, text);
    }
  }

  /// The shortest decimal that reads back as the same double; `"Inf"` or `"-Inf"` without bound.
  private void number(String name, double value) throws IOException {
    json.writeFieldName(name);
    if (Double.isInfinite(value)) {
      json.writeString(Numbers.exact(value));
    } else {
      json.writeNumber(Numbers.exact(value));
    }
  }
}
