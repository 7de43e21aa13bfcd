// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import casebook.stats.dist.Normal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes `samples.csv` of the bundled study `mdm2-cll`: synthetic samples of chronic lymphocytic
/// leukaemia with the genotype of MDM2 SNP309 and threshold cycles of MDM2, p53 and two reference
/// genes. Nobody in them exists, and no published number is behind them.
///
/// Genotypes are drawn by random mating. MDM2 does not depend on them; trisomy 12 raises it, the loss of
/// 17p lowers p53, and MDM2 and p53 go together a little, because one drives the other. Patients die
/// sooner with age and with the loss of 17p, not by genotype; they are seen until the study closes or
/// they move away.
///
///     ./dev reconstruct mdm2-cll FILE [--seed N]
public final class Mdm2Cll {
  private static final String HEADER =
      "patient,snp309,mdm2_cq1,mdm2_cq2,mdm2_cq3,p53_cq,gapdh_cq,b2m_cq,trisomy12,del17p,"
          + "age,diagnosed,last_contact,died";
  private static final int SAMPLES = 120;
  private static final double COUNTED_ALLELE = 0.37;
  private static final double TRISOMY = 0.16;
  private static final double LOSS = 0.09;
  private static final LocalDate FIRST = LocalDate.of(1996, 1, 1);
  private static final LocalDate CLOSED = LocalDate.of(2009, 6, 30);
  private static final int DAYS_OF_ENTRY = 3650;
  private static final double DEATHS_A_YEAR = 0.055;

  private final SplittableRandom random;

  /// A stream of its own, so that what was measured stays when the follow-up is made otherwise.
  private final SplittableRandom fates;

  private Mdm2Cll(long seed) {
    this.random = new SplittableRandom(seed);
    this.fates = new SplittableRandom(seed + 309);
  }

  /// Writes the file.
  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    Files.writeString(Path.of(arguments[0]), csv(seed));
  }

  /// The file's content; the same seed gives the same bytes.
  static String csv(long seed) {
    Mdm2Cll samples = new Mdm2Cll(seed);
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (int sample = 1; sample <= SAMPLES; sample++) {
      csv.append(String.join(",", samples.row(sample))).append('\n');
    }
    return csv.toString();
  }

  private List<String> row(int sample) {
    int copies = allele() + allele();
    boolean trisomy = random.nextDouble() < TRISOMY;
    boolean loss = random.nextDouble() < LOSS;
    // log2 quantities about their usual level
    double common = normal(0.35);
    double mdm2 = common + normal(0.75) + (trisomy ? 0.5 : 0);
    double p53 = common + normal(0.55) - (loss ? 0.9 : 0);
    double input = normal(0.8); // how much RNA went in; the same for all genes of a sample
    List<String> cells = new ArrayList<>();
    cells.add(String.format(Locale.ROOT, "S%03d", sample));
    cells.add(random.nextInt(40) == 0 ? "" : List.of("T/T", "T/G", "G/G").get(copies));
    double amplified = Math.log(2) / Math.log(1.97); // cycles for twice as much at 97 %
    for (int replicate = 0; replicate < 3; replicate++) {
      double cycle = 27.5 - (mdm2 + input) * amplified + normal(0.12);
      cells.add(random.nextInt(120) == 0 ? "" : decimal(cycle));
    }
    cells.add(decimal(25.8 - p53 - input + normal(0.1)));
    cells.add(decimal(18.6 - input + normal(0.18)));
    cells.add(decimal(17.2 - input + normal(0.15)));
    cells.add(trisomy ? "yes" : "no");
    cells.add(loss ? "yes" : "no");
    cells.addAll(followed(loss));
    return cells;
  }

  /// Age at diagnosis, its day, the day of the last contact, and whether it was death.
  private List<String> followed(boolean loss) {
    double spread = Normal.STANDARD.quantile(fates.nextDouble());
    long age = Math.round(Math.clamp(65 + 9 * spread, 35, 92));
    LocalDate diagnosed = FIRST.plusDays(fates.nextInt(DAYS_OF_ENTRY));
    double rate = DEATHS_A_YEAR * Math.exp(0.05 * (age - 65) + (loss ? 1.4 : 0));
    long death = days(rate);
    long moved = days(0.03);
    long closed = ChronoUnit.DAYS.between(diagnosed, CLOSED);
    long seen = Math.min(moved, closed);
    String last = diagnosed.plusDays(Math.min(death, seen)).toString();
    return List.of(String.valueOf(age), diagnosed.toString(), last, death <= seen ? "yes" : "no");
  }

  /// Days until something happens at a constant rate a year.
  private long days(double rate) {
    return 1 + Math.round(-Math.log(1 - fates.nextDouble()) / rate * 365.25);
  }

  private int allele() {
    return random.nextDouble() < COUNTED_ALLELE ? 1 : 0;
  }

  private double normal(double standardDeviation) {
    return standardDeviation * Normal.STANDARD.quantile(random.nextDouble());
  }

  private static String decimal(double cycle) {
    return String.format(Locale.ROOT, "%.2f", cycle);
  }
}
