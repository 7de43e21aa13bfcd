// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.form;

import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Dictionary.Type.Genotype;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.problem.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a genotype is: its alleles, which variant it is, how the data write it.
final class GenotypeReader {
  /// The code of alleles that are missing or are not two.
  static final String ALLELES = "study/alleles";

  private static final Pattern PAIR = Pattern.compile("([A-Za-z0-9]+)\\s*>\\s*([A-Za-z0-9]+)");
  private static final Pattern RS = Pattern.compile("rs[1-9][0-9]{0,11}");
  private static final String STRAND = "strand";
  private static final String DATA_STRAND = "data strand";

  /// The entries that belong to genotypes only.
  static final List<String> KEYS =
      List.of("alleles", "rs", "hgvs", "dna", STRAND, DATA_STRAND, "spelling", "half calls");

  static final List<Field> FIELDS =
      List.of(
          Field.optional(
              "alleles", Kind.TEXT, "Both alleles of a genotype; the second is counted.", "G>A"),
          Field.optional("rs", Kind.TEXT, "The number of the variant in dbSNP.", "rs2279744"),
          Field.optional(
              "hgvs",
              Kind.TEXT,
              "The name of the variant by the rules of the Human Genome Variation Society.",
              "c.14+309T>G"),
          Field.optional("dna", Kind.WORD, "From what the genotype was read.", "germline")
              .among("germline", "tumour"),
          Field.optional(STRAND, Kind.WORD, "The strand on which the alleles are named.", "forward")
              .among("forward", "reverse"),
          Field.optional(
                  DATA_STRAND,
                  Kind.WORD,
                  "The strand on which the data name the alleles; on the other one A stands for T"
                      + " and C for G.",
                  "reverse")
              .among("forward", "reverse")
              .otherwise("as `strand`"),
          Field.optional(
                  "spelling",
                  Kind.WORD,
                  "Whether genotypes in lower case or with spaces (`t/g`, `T G`) are read as well.",
                  "loose")
              .among("exact", "loose")
              .otherwise("exact"),
          Field.optional(
                  "half calls",
                  Kind.WORD,
                  "What a genotype is of which only one allele was called (`T/.`).",
                  "missing")
              .among("refuse", "missing")
              .otherwise("refuse"));

  private final Entries entries;
  private final Problems problems;

  GenotypeReader(Entries entries, Problems problems) {
    this.entries = entries;
    this.problems = problems;
  }

  Optional<Dictionary.Type> genotype() {
    Optional<Clause> alleles = entries.clause("alleles");
    if (alleles.isEmpty()) {
      problems.error(
          ALLELES,
          entries.at(),
          "A genotype needs its alleles, the one to be counted second.",
          "Write, for example, `alleles: G>A`.");
      return Optional.empty();
    }
    Matcher pair = PAIR.matcher(alleles.get().words());
    if (!pair.matches() || pair.group(1).equals(pair.group(2))) {
      notTwo(alleles.get());
      return Optional.empty();
    }
    Genotype plain = new Genotype(pair.group(1), pair.group(2), Map.of());
    Map<String, String> codes = new LevelsReader(entries, problems).genotypeCodes(plain);
    return Optional.of(
        new Genotype(plain.first(), plain.second(), codes, marker(plain), writing(plain)));
  }

  private void notTwo(Clause alleles) {
    problems.error(
        ALLELES,
        alleles.wordsAt(),
        "`"
            + alleles.words()
            + "` does not name two alleles; variants with three alleles "
            + "are not coded here.",
        "Write the common allele, >, and the one to be counted: G>A.");
  }

  private Genotype.Marker marker(Genotype alleles) {
    String rs = entries.text("rs").orElse("");
    if (!rs.isEmpty() && !RS.matcher(rs).matches()) {
      problems.error(
          "study/rs-number",
          entries.clause("rs").orElseThrow().wordsAt(),
          "`" + rs + "` is not a number of dbSNP.",
          "Write rs and digits, such as rs2279744; other names of the variant belong to `hgvs` or"
              + " `label`.");
    }
    String strand = entries.word(STRAND).orElse("");
    if (strand.isEmpty() && palindromic(alleles)) {
      problems.warning(
          "study/strand-not-known",
          entries.clause("alleles").orElseThrow().wordsAt(),
          "`"
              + alleles.first()
              + ">"
              + alleles.second()
              + "` reads the same on both strands, so that nobody can see which allele was counted.",
          "Say on which strand the alleles are named: `strand: forward` or `strand: reverse`.");
    }
    return new Genotype.Marker(
        rs, entries.text("hgvs").orElse(""), strand, entries.word("dna").orElse(""));
  }

  private static boolean palindromic(Genotype alleles) {
    return Genotype.complement(alleles.first()).equals(Optional.of(alleles.second()));
  }

  private Genotype.Writing writing(Genotype alleles) {
    boolean loose = entries.word("spelling").filter("loose"::equals).isPresent();
    boolean missing = entries.word("half calls").filter("missing"::equals).isPresent();
    Optional<String> data = entries.word(DATA_STRAND);
    Optional<String> strand = entries.word(STRAND);
    boolean other = data.isPresent() && strand.isPresent() && !data.equals(strand);
    boolean letters =
        Genotype.complement(alleles.first()).isPresent()
            && Genotype.complement(alleles.second()).isPresent();
    if (data.isPresent() && strand.isEmpty()) {
      strand("It is said on which strand the data are, but not on which the alleles are.");
    } else if (other && !letters) {
      strand("Only the letters A, C, G and T can be read from the other strand.");
    }
    return new Genotype.Writing(loose, other && letters, missing);
  }

  private void strand(String message) {
    problems.error(
        "study/strand",
        entries.clause(DATA_STRAND).orElseThrow().wordsAt(),
        message,
        "Write both, `strand: forward, data strand: reverse`, for alleles of one letter; or leave"
            + " `data strand` out.");
  }
}
