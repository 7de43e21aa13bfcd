// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.rule.AdvicePage;
import casebook.clinic.worklist.WorkItem;
import casebook.clinic.worklist.WorkItem.Visit;
import casebook.clinic.worklist.WorkList;
import casebook.clinic.worklist.WorkPage;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/// A work list for another program.
final class WorkJson {
  private WorkJson() {}

  static String of(WorkPage page) {
    StringWriter text = new StringWriter();
    WorkList list = page.list();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("format", "casebook-due/1");
      json.writeStringField("study", page.study());
      json.writeStringField("events", page.events());
      json.writeStringField("on", list.day().toString());
      json.writeStringField("notice", AdvicePage.RESEARCH);
      json.writeNumberField("ahead_days", list.ahead());
      json.writeNumberField("patients", list.count().patients());
      json.writeNumberField("listed", list.count().listed());
      json.writeNumberField("died", list.count().died());
      json.writeArrayFieldStart("items");
      for (WorkItem item : list.items()) {
        item(json, item);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private static void item(JsonGenerator json, WorkItem item) throws IOException {
    json.writeStartObject();
    json.writeStringField("patient", item.patient());
    json.writeStringField("group", item.group().name().toLowerCase(Locale.ROOT));
    json.writeStringField("what", item.what());
    if (item.visit().isPresent()) {
      visit(json, item.visit().get());
    }
    json.writeNumberField("study_line", item.studyLine());
    if (!item.why().isEmpty()) {
      json.writeStringField("because", item.why());
    }
    json.writeEndObject();
  }

  private static void visit(JsonGenerator json, Visit visit) throws IOException {
    json.writeStringField("line", visit.line());
    json.writeArrayFieldStart("measures");
    for (String measure : visit.measures()) {
      json.writeString(measure);
    }
    json.writeEndArray();
    json.writeStringField("due", visit.due().toString());
    json.writeStringField("from", visit.window().first().toString());
    json.writeStringField("until", visit.window().last().toString());
  }
}
