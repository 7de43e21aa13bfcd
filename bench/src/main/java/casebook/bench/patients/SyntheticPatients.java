// SPDX-License-Identifier: Apache-2.0
package casebook.bench.patients;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// Patients by the protocol of the treatment letter, drawn from a seed: two doses and 107 values
/// each, over 20 months. Rows of one patient stand together, in the order of time. Four in five
/// respond; in one of ten creatinine rises above its limit at a visit, in one of ten the level
/// leaves its window, and one in seven misses the last visit.
///
/// The same seed gives the same bytes, whatever the number of patients before.
public final class SyntheticPatients {
  /// Rows of a patient in the file of events.
  public static final int ROWS = 109;

  /// The day for which the work list is asked.
  public static final LocalDate DAY = LocalDate.of(2001, 6, 30);

  private static final int WEEKS = 4;
  private static final int VISITS = 10;
  private static final String STUDY = "patients.yaml";

  private final SplittableRandom random;
  private final StringBuilder text;
  private final String id;
  private final LocalDate start;
  private final int weight;

  private SyntheticPatients(long seed, int number, StringBuilder text) {
    this.random = new SplittableRandom(seed * 1_000_003L + number);
    this.text = text;
    this.id = id(number);
    this.start = LocalDate.of(1999, 8, 15).plusDays(random.nextInt(75));
    this.weight = 50 + random.nextInt(45);
  }

  /// Writes study file, patients and events.
  ///
  /// @param folder an empty folder
  /// @param count how many patients
  public static void write(Path folder, int count, long seed) throws IOException {
    try (InputStream in = SyntheticPatients.class.getResourceAsStream(STUDY)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + STUDY);
      }
      Files.write(folder.resolve("study.yaml"), in.readAllBytes());
    }
    try (OutputStream patients = open(folder.resolve("patients.csv"));
        OutputStream events = open(folder.resolve("events.csv"))) {
      put("patient,sex,birth,diagnosed,start,diagnosis,prior,bleeding\n", patients);
      put("patient,date,kind,name,value,unit,specimen,hours_since_dose\n", events);
      StringBuilder rows = new StringBuilder(1 << 14);
      for (int i = 0; i < count; i++) {
        rows.setLength(0);
        SyntheticPatients patient = new SyntheticPatients(seed, i, rows);
        patient.facts();
        put(rows, patients);
        rows.setLength(0);
        patient.events();
        put(rows, events);
      }
    }
  }

  private static OutputStream open(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  private static void put(CharSequence text, OutputStream to) throws IOException {
    to.write(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private static String id(int number) {
    String digits = Integer.toString(number + 1);
    return "p" + "0".repeat(Math.max(0, 7 - digits.length())) + digits;
  }

  private void facts() {
    String prior = random.nextInt(3) == 0 ? "\"P,G,C\"" : "\"P,G,A,Sple\"";
    text.append(id)
        .append(random.nextInt(3) == 0 ? ",male," : ",female,")
        .append(LocalDate.of(1920 + random.nextInt(50), 1 + random.nextInt(12), 15))
        .append(",1997-03-01,")
        .append(start)
        .append(",ITP,")
        .append(prior)
        .append(random.nextInt(2) == 0 ? ",major\n" : ",minor\n");
  }

  private void events() {
    boolean responds = random.nextInt(5) > 0;
    int rise = random.nextInt(10) == 0 ? 5 + random.nextInt(VISITS - 1) : -1;
    boolean missed = random.nextInt(7) == 0;
    int off = random.nextInt(10) == 0 ? random.nextInt(2) + 1 : 0;
    measured(start.minusDays(2), "platelets", Integer.toString(8 + random.nextInt(20)), "10^9/L");
    measured(start.minusDays(2), "creatinine", "0." + (7 + random.nextInt(3)), "mg/dL");
    measured(start, "weight", Integer.toString(weight), "kg");
    dose(start, 5 * weight / 25 * 25);
    dose(start.plusDays(6), Math.round(2.75f * weight / 25) * 25);
    for (int week = 1; week <= WEEKS; week++) {
      visit(start.plusDays(7L * week), responds && week > 2, false, 0, false);
    }
    for (int i = 0; i < VISITS; i++) {
      boolean last = i == VISITS - 1;
      LocalDate day = start.plusMonths(last && missed ? 19 : 2L * (i + 1));
      visit(day, responds, i == rise, last ? off : 0, true);
    }
  }

  private void visit(LocalDate day, boolean response, boolean rise, int off, boolean whole) {
    int count = response ? 90 + random.nextInt(160) : 12 + random.nextInt(50);
    measured(day, "platelets", Integer.toString(count), "10^9/L");
    String creatinine = rise ? "1." + (5 + random.nextInt(3)) : "0." + (7 + random.nextInt(3));
    measured(day, "creatinine", creatinine, "mg/dL");
    measured(day, "alt", Integer.toString(12 + random.nextInt(40)), "U/L");
    measured(day, "ast", Integer.toString(12 + random.nextInt(40)), "U/L");
    measured(day, "bilirubin", "0." + (3 + random.nextInt(7)), "mg/dL");
    int level = off == 0 ? 205 + random.nextInt(90) : off == 1 ? 90 : 440;
    text.append(id).append(',').append(day).append(",level,cya_level,").append(level);
    text.append(",ng/mL,whole blood,12\n");
    if (whole) {
      measured(day, "weight", Integer.toString(weight), "kg");
      measured(day, "blood pressure", (110 + random.nextInt(50)) + "/80", "mmHg");
    }
  }

  private void measured(LocalDate day, String name, String value, String unit) {
    text.append(id).append(',').append(day).append(",measurement,").append(name);
    text.append(',').append(value).append(',').append(unit).append(",,\n");
  }

  private void dose(LocalDate day, int mg) {
    text.append(id).append(',').append(day).append(",dose,cyclosporine,").append(mg);
    text.append(",mg/d,,\n");
  }
}
