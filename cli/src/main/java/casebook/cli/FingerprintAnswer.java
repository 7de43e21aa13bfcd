// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.cli.TableSearch.Found;
import casebook.stats.contingency.ChiSquare;
import casebook.stats.contingency.FisherExact;
import casebook.stats.contingency.OddsRatio;
import casebook.stats.contingency.TwoByTwo;
import casebook.stats.result.Answer;
import casebook.stats.result.Estimate;
import casebook.stats.result.PValue;
import casebook.stats.result.TestResult;
import casebook.study.report.style.Journals;
import casebook.study.report.style.Numbers;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which conventions and which tables give a printed odds ratio, as text and as JSON.
///
/// @param printed the odds ratio as printed
/// @param level confidence level of its interval
/// @param given the table, if all its counts are known
/// @param found other tables that fit
record FingerprintAnswer(
    PrintedRatio printed, double level, List<TwoByTwo> given, List<Found> found) {
  private static final int SHOWN = 12;

  FingerprintAnswer {
    given = List.copyOf(given);
    found = List.copyOf(found);
  }

  /// For the terminal.
  String text() {
    StringBuilder text = new StringBuilder("printed: " + printed.words() + "\n");
    for (TwoByTwo table : given) {
      text.append('\n').append(line("method", "with these decimals", "fits", "used by"));
      for (Convention convention : Convention.values()) {
        Optional<Estimate> estimate = convention.of(table, level);
        String fits = estimate.flatMap(printed::fits).map(it -> "yes, " + it.words()).orElse("no");
        String numbers = estimate.map(printed::like).orElse("none");
        text.append(line(convention.label(), numbers, fits, convention.programs()));
      }
      text.append(tests(table)).append('\n').append(verdict(table)).append('\n');
    }
    if (given.isEmpty() || new TableSearch(printed, level).fits(given.getFirst()).isEmpty()) {
      text.append(tables());
    }
    return text.toString();
  }

  private static String line(String method, String numbers, String fits, String programs) {
    return String.format(Locale.ROOT, "%-33s%-25s%-21s%s", method, numbers, fits, programs)
            .stripTrailing()
        + "\n";
  }

  private String verdict(TwoByTwo table) {
    List<Convention> fits = new TableSearch(printed, level).fits(table);
    return fits.isEmpty()
        ? "No method gives these numbers from this table."
        : "These numbers are given by: " + labels(fits) + ".";
  }

  private static String labels(List<Convention> conventions) {
    return conventions.stream().map(Convention::label).collect(Collectors.joining("; "));
  }

  private String tests(TwoByTwo table) {
    if (printed.p().isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nP " + printed.p().get().toPlainString() + "\n");
    Numbers numbers = new Numbers(Journals.named("plain"));
    pValues(table)
        .forEach((name, p) ->
            text.append(
                line(
                    name, numbers.precise(p), printed.isP(p.value()) ? "yes, rounded" : "no", "")));
    return text.toString();
  }

  private static Map<String, PValue> pValues(TwoByTwo table) {
    Map<String, PValue> all = new LinkedHashMap<>();
    OddsRatio ratio = OddsRatio.standard();
    ratio.woolf(table).value().ifPresent(it -> all.put("Wald", it.p()));
    put(all, "Pearson chi-square", ChiSquare.pearson(table));
    put(all, "Yates chi-square", ChiSquare.yates(table));
    put(all, "N-1 chi-square", ChiSquare.nMinusOne(table));
    put(all, "likelihood ratio", ChiSquare.likelihoodRatio(table));
    put(all, "Fisher exact, two-sided", Answer.of(FisherExact.twoSided(table)));
    put(all, "Fisher exact, central", Answer.of(FisherExact.central(table)));
    put(all, "mid-P", Answer.of(FisherExact.centralMidP(table)));
    ratio.firth(table).value().ifPresent(it -> all.put("Firth", it.p()));
    return all;
  }

  private static void put(Map<String, PValue> all, String name, Answer<TestResult> test) {
    test.value().ifPresent(it -> all.put(name, it.p()));
  }

  private String tables() {
    String near = given.isEmpty() ? "" : " whose counts differ by at most 3 each";
    if (found.isEmpty()) {
      return "No table" + near + " gives them either.\n";
    }
    StringBuilder text =
        new StringBuilder(found.size() + (found.size() == 1 ? " table" : " tables"))
            .append(near)
            .append(found.size() == 1 ? " gives them:\n" : " give them:\n");
    for (Found one : found.subList(0, Math.min(SHOWN, found.size()))) {
      text.append("  ").append(counts(one.table())).append("  ");
      text.append(labels(one.conventions())).append('\n');
    }
    return text.append(found.size() > SHOWN ? "  ...\n" : "").toString();
  }

  private static String counts(TwoByTwo t) {
    return t.a() + "/" + t.b() + ", " + t.c() + "/" + t.d();
  }

  /// For other programs.
  String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("printed", printed.words());
      json.writeNumberField("level", level);
      for (TwoByTwo table : given) {
        methods(json, table);
      }
      json.writeArrayFieldStart("tables");
      for (Found one : found) {
        json.writeStartObject();
        json.writeNumberField("cases_exposed", one.table().a());
        json.writeNumberField("cases_unexposed", one.table().b());
        json.writeNumberField("controls_exposed", one.table().c());
        json.writeNumberField("controls_unexposed", one.table().d());
        json.writeStringField("methods", labels(one.conventions()));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text + "\n";
  }

  private void methods(JsonGenerator json, TwoByTwo table) throws IOException {
    json.writeArrayFieldStart("methods");
    for (Convention convention : Convention.values()) {
      Optional<Estimate> estimate = convention.of(table, level);
      Optional<PrintedRatio.Rounding> fits = estimate.flatMap(printed::fits);
      json.writeStartObject();
      json.writeStringField("method", convention.label());
      json.writeStringField("programs", convention.programs());
      if (estimate.isPresent()) {
        json.writeStringField("with_these_decimals", printed.like(estimate.get()));
      }
      json.writeBooleanField("fits", fits.isPresent());
      if (fits.isPresent()) {
        json.writeStringField("rounding", fits.get().words());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    List<String> names = new ArrayList<>();
    pValues(table)
        .forEach((name, p) -> {
          if (printed.isP(p.value())) {
            names.add(name);
          }
        });
    json.writeArrayFieldStart("p");
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
