// SPDX-License-Identifier: Apache-2.0
package casebook.stats.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import casebook.stats.regress.Design;
import casebook.stats.regress.Fit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Firth's Cox regression against the direct maximisation of `golden/r/cox_firth.R`, which knows
/// neither our gradient nor our sweep.
class CoxFirthGoldenTest {
  /// The peer finds its maximum with a numerical gradient, good to about 1e-11 standard errors.
  private static final double PERCENT = 1e-7;

  private static final Map<String, List<String>> COLUMNS =
      Map.of(
          "ovarian", List.of("futime", "fustat", "age", "rx"),
          "veteran", List.of("time", "status", "karno", "age", "diagtime"));

  @Test
  void agreesWithDirectMaximisation() {
    Map<String, Fit> fits = new TreeMap<>();
    List<String> lines = lines("/golden/cox_firth.csv");
    assertThat(lines).hasSize(14);
    for (String line : lines.subList(2, lines.size())) {
      String[] cells = line.split(",");
      Fit fit = fits.computeIfAbsent(cells[0] + " " + cells[1], key -> fit(cells[0], cells[1]));
      assertThat(fit.term(cells[2]).value()).isCloseTo(number(cells[3]), withinPercentage(PERCENT));
      assertThat(fit.term(cells[2]).standardError())
          .isCloseTo(number(cells[4]), withinPercentage(PERCENT));
      assertThat(fit.penalizedLogLikelihood())
          .isCloseTo(number(cells[5]), withinPercentage(PERCENT));
    }
  }

  private static Fit fit(String name, String ties) {
    Cox method = Cox.standard().withTies(Ties.valueOf(ties.toUpperCase(Locale.ROOT))).withFirth();
    if (name.equals("monotone")) {
      Times times = KaplanMeierTest.times(1, 2, 3, -4, -5, -6);
      return method.fit(times, CoxTest.one(new double[] {1, 1, 1, 0, 0, 0})).fit();
    }
    List<String> columns = Objects.requireNonNull(COLUMNS.get(name));
    double[] status = column(name, columns.get(1));
    boolean[] event = new boolean[status.length];
    for (int i = 0; i < event.length; i++) {
      event[i] = status[i] == 1;
    }
    Design design = Design.withoutIntercept(event.length);
    for (String term : columns.subList(2, columns.size())) {
      design = design.and(term, column(name, term));
    }
    return method.fit(new Times(column(name, columns.getFirst()), event), design).fit();
  }

  private static double[] column(String name, String column) {
    List<String> lines = lines("/third-party/" + name + "/" + name + ".csv");
    int place = Arrays.asList(lines.getFirst().replace("\"", "").split(",")).indexOf(column);
    return lines.stream().skip(1).mapToDouble(line -> number(line.split(",")[place])).toArray();
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }

  private static List<String> lines(String resource) {
    try (InputStream in =
        Objects.requireNonNull(CoxFirthGoldenTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
