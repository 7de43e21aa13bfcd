// SPDX-License-Identifier: Apache-2.0
package casebook.bench.patients;

import casebook.clinic.record.Timeline;
import casebook.clinic.rule.Advice;
import casebook.clinic.rule.AdviceWords;
import casebook.clinic.rule.Rules;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;

/// `./dev bench patients`: how many patients all rules go through in a second, on one core, with
/// and without the sentences that explain them.
///
/// Before any time is taken the advice is checked: it is the same whatever the order of the
/// patients, with sentences and without, and every kind of advice that the patients are made for is
/// there.
///
/// A stream hands over patients that were read a moment ago and lie in the processor's cache: 200
/// patients over and over are such. The same of 2,000 patients, most of which come from memory,
/// says what reaching for them costs.
public final class RuleSpeed {
  private static final int PATIENTS = 2000;
  private static final int ROUNDS = 21;
  private static final int AT_HAND = 200;
  private static final int ASKED = 30_000;
  private static final int WARM = 40;

  /// Processor time of the process, that of the compiler and of the collector included.
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private RuleSpeed() {}

  /// Prints a table in Markdown.
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("patients");
    SyntheticPatients.write(folder, PATIENTS, 1);
    SyntheticStudy study = SyntheticStudy.of(folder);
    List<Timeline> patients = study.data().timelines();
    check(study, patients);
    System.out.println(
        "| all rules, "
            + SyntheticPatients.ROWS
            + " rows a patient | patients/s | patients/s of processor time |");
    System.out.println("|---|---|---|");
    for (List<Timeline> some : List.of(patients.subList(0, AT_HAND), patients)) {
      String of = ", of " + some.size() + " patients";
      time("without sentences" + of, study, some, advice -> advice.size());
      time("with sentences" + of, study, some, RuleSpeed::read);
    }
    for (String file : List.of("study.yaml", "patients.csv", "events.csv")) {
      Files.delete(folder.resolve(file));
    }
    Files.delete(folder);
  }

  private static List<Advice> advise(SyntheticStudy study, Timeline patient) {
    return Rules.advise(study.protocol(), patient, SyntheticPatients.DAY);
  }

  private static long read(List<Advice> advice) {
    long letters = 0;
    for (Advice one : advice) {
      letters += one.because().sentence().length();
    }
    return letters;
  }

  private static String words(List<Advice> advice) {
    List<String> lines = new ArrayList<>();
    for (Advice one : advice) {
      lines.add(AdviceWords.of(one) + "\n" + one.because().sentence());
    }
    return String.join("\n", lines);
  }

  private static void check(SyntheticStudy study, List<Timeline> patients) {
    Set<Class<?>> kinds = new HashSet<>();
    String[] forward = new String[patients.size()];
    for (int i = 0; i < forward.length; i++) {
      List<Advice> advice = advise(study, patients.get(i));
      advice.forEach(it -> kinds.add(it.getClass()));
      forward[i] = words(advice);
    }
    for (int i = forward.length - 1; i >= 0; i--) {
      if (!words(advise(study, patients.get(i))).equals(forward[i])) {
        throw new IllegalStateException("patient " + i + " has other advice in another order");
      }
    }
    Set<Class<?>> wanted =
        Set.of(
            Advice.Eligible.class,
            Advice.Dose.class,
            Advice.TestDue.class,
            Advice.Warning.class,
            Advice.Note.class,
            Advice.State.class);
    if (!kinds.containsAll(wanted)) {
      throw new IllegalStateException("kinds of advice: " + kinds);
    }
  }

  private static void time(
      String name,
      SyntheticStudy study,
      List<Timeline> patients,
      ToLongFunction<List<Advice>> use) {
    double[] wall = new double[ROUNDS];
    double[] processor = new double[ROUNDS];
    long used = 0;
    for (int round = -WARM; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      long begun = PROCESS.getProcessCpuTime();
      for (int i = 0; i < ASKED; i++) {
        used += use.applyAsLong(advise(study, patients.get(i % patients.size())));
      }
      if (round >= 0) {
        wall[round] = ASKED * 1e9 / (System.nanoTime() - begin);
        processor[round] = ASKED * 1e9 / (PROCESS.getProcessCpuTime() - begun);
      }
    }
    if (used == 0) {
      throw new IllegalStateException("nothing was advised");
    }
    System.out.println("| " + name + " | " + rates(wall) + " | " + rates(processor) + " |");
  }

  private static String rates(double[] rates) {
    Arrays.sort(rates);
    return String.format(
        Locale.ROOT, "%,.0f (%,.0f-%,.0f)", rates[ROUNDS / 2], rates[0], rates[ROUNDS - 1]);
  }
}
