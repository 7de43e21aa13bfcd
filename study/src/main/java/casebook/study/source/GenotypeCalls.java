// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import casebook.study.language.Dictionary.Type.Genotype;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the genotypes of a column: by their alleles, by codes, or by the numbers that files of
/// variants write, where 0 is the first declared allele and 1 the counted one.
final class GenotypeCalls {
  private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,3})[/|]([0-9]{1,3})");
  private static final Pattern NO_CALL =
      Pattern.compile("([.?-])[/| ]?\\1|[.?-]|[Nn0] ?[Nn0]|[Nn]/[Nn]");
  private static final Pattern LOOSE =
      Pattern.compile("([A-Za-z0-9]+?) *[/| ]? *([A-Za-z0-9]+)|([A-Za-z0-9]+) +([A-Za-z0-9]+)");
  private static final List<String> NOT_CALLED = List.of(".", "-", "?", "N");
  private static final List<String> MARKS = List.of("/", "|", "", " ");
  private static final String BASES = "ACGT";

  /// How a column writes its alleles; one column holds to one way.
  private enum Way {
    LETTERS,
    NUMBERS
  }

  private final Genotype type;
  private final List<String> alleles;
  private final LevelWords words;
  private Optional<Way> way = Optional.empty();

  GenotypeCalls(Genotype type) {
    this.type = type;
    this.alleles = List.of(written(type, type.first()), written(type, type.second()));
    this.words = LevelWords.of(type, alleles);
  }

  private static String written(Genotype type, String allele) {
    return type.writing().otherStrand() ? Genotype.complement(allele).orElseThrow() : allele;
  }

  /// The genotypes, by rising count of the second allele.
  List<String> levels() {
    return words.levels();
  }

  /// Reads how many counted alleles there are; nothing where the call is missing.
  Reading<Optional<Integer>> read(String text) {
    Optional<Integer> level = words.find(text);
    if (level.isPresent()) {
      boolean code = type.codes().containsValue(text);
      return code ? Reading.good(level) : inWay(Way.LETTERS, text, level.get());
    }
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches() && !numberedAlleles()) {
      return numbered(text, numbered);
    }
    return unusual(text);
  }

  private boolean numberedAlleles() {
    return alleles.stream().anyMatch(allele -> Character.isDigit(allele.charAt(0)));
  }

  private Reading<Optional<Integer>> numbered(String text, Matcher pair) {
    int one = Integer.parseInt(pair.group(1));
    int two = Integer.parseInt(pair.group(2));
    return one > 1 || two > 1 ? third(text) : inWay(Way.NUMBERS, text, one + two);
  }

  /// A column that writes some genotypes by letters and some by numbers was put together from two
  /// files, in which `0/0` may be a genotype or a call that failed.
  private Reading<Optional<Integer>> inWay(Way found, String text, int level) {
    if (way.isPresent() && way.get() != found) {
      return Reading.badThroughout(
          "data/genotypes-in-two-ways",
          Shown.text(text)
              + " stands in a column that writes other genotypes "
              + (found == Way.NUMBERS ? "by their letters." : "by the numbers 0 and 1."),
          "Write all genotypes of a column in one way.");
    }
    way = Optional.of(found);
    return Reading.good(Optional.of(level));
  }

  private Reading<Optional<Integer>> unusual(String text) {
    Optional<Integer> meant = loosely(text);
    if (meant.isPresent()) {
      return type.writing().loose() ? inWay(Way.LETTERS, text, meant.get()) : spelling(text, meant);
    }
    if (NO_CALL.matcher(text).matches()) {
      return Reading.badThroughout(
          "data/no-call",
          Shown.text(text) + " is how some programs write that no genotype was called.",
          "Say so in the study file: `missing: [\"" + text + "\"]`.");
    }
    if (text.matches("[012]")) {
      return counted(text);
    }
    if (isHalf(text)) {
      return type.writing().halfCallsMissing() ? Reading.good(Optional.empty()) : half(text);
    }
    if (onOtherStrand(text)) {
      return otherStrand(text);
    }
    return namesThird(text) ? third(text) : plain(text);
  }

  private Reading<Optional<Integer>> plain(String text) {
    return new Reading.Bad<>(words.read(text).problem().orElseThrow());
  }

  /// The genotype that a text means when case and spaces do not count.
  private Optional<Integer> loosely(String text) {
    if (!LOOSE.matcher(text).matches()) {
      return Optional.empty();
    }
    String close = text.replace(" ", "");
    String spaced = text.strip().replaceAll(" *[/|] *| +", "/");
    return words
        .find(spaced)
        .or(() -> words.find(close))
        .or(() -> words.find(spaced.toUpperCase(Locale.ROOT)))
        .or(() -> words.find(close.toUpperCase(Locale.ROOT)));
  }

  private Reading<Optional<Integer>> spelling(String text, Optional<Integer> meant) {
    return Reading.badThroughout(
        "data/genotype-spelling",
        Shown.text(text)
            + " is not written as declared: "
            + String.join(", ", levels())
            + ". Did you mean `"
            + levels().get(meant.orElseThrow())
            + "`?",
        "Correct the cells, or write `spelling: loose` in the study file: then lower case and spaces"
            + " are read as well.");
  }

  /// Says whether one allele is known and the other was not called.
  private boolean isHalf(String text) {
    return alleles.contains(text)
        || alleles.stream().anyMatch(known -> halfOf(known, text))
        || halfOf("0", text)
        || halfOf("1", text);
  }

  private static boolean halfOf(String known, String text) {
    for (String mark : MARKS) {
      for (String unknown : NOT_CALLED) {
        if (text.equals(known + mark + unknown) || text.equals(unknown + mark + known)) {
          return true;
        }
      }
    }
    return false;
  }

  private Reading<Optional<Integer>> counted(String text) {
    return Reading.badThroughout(
        "data/genotype-count",
        Shown.text(text) + " may be a number of alleles, but of which is not said.",
        "If it counts "
            + type.second()
            + ", write `codes: {0: "
            + String.join(", 1: ", levels().subList(0, 2))
            + ", 2: "
            + levels().getLast()
            + "}` in the study file.");
  }

  private static Reading<Optional<Integer>> half(String text) {
    return Reading.badThroughout(
        "data/half-call",
        Shown.text(text) + " names one allele; a genotype has two.",
        "Complete the genotypes, or write `half calls: missing` in the study file; a male's only"
            + " allele on chromosome X is not coded here.");
  }

  /// The letters of a genotype of two bases; empty for anything else.
  private static Optional<String> bases(String text) {
    String letters = text.replace("/", "").replace("|", "");
    boolean two = letters.length() == 2 && text.length() <= 3;
    return two && BASES.contains(letters.substring(0, 1)) && BASES.contains(letters.substring(1))
        ? Optional.of(letters)
        : Optional.empty();
  }

  private boolean onOtherStrand(String text) {
    Optional<String> letters = bases(text);
    return letters.isPresent()
        && letters
            .get()
            .chars()
            .mapToObj(Character::toString)
            .allMatch(letter -> Genotype.complement(letter).filter(alleles::contains).isPresent());
  }

  private Reading<Optional<Integer>> otherStrand(String text) {
    String strand = type.marker().strand();
    String named = strand.isEmpty() ? "forward" : strand;
    String other = named.equals("forward") ? "reverse" : "forward";
    return Reading.badThroughout(
        "data/other-strand",
        Shown.text(text)
            + " names alleles of the other strand, where A stands for T and C for G; declared are "
            + String.join(" and ", alleles)
            + ". Strands are not turned unasked.",
        (type.writing().otherStrand()
                ? "If the whole column is as declared, leave `data strand` out"
                : "If the whole column is on the other strand, write `strand: "
                    + named
                    + ", data strand: "
                    + other
                    + "`")
            + "; if some cells are, correct them.");
  }

  /// Says whether a text is a genotype of bases, one of which was not declared.
  private boolean namesThird(String text) {
    return bases(text).isPresent();
  }

  private Reading<Optional<Integer>> third(String text) {
    return Reading.badThroughout(
        "data/third-allele",
        Shown.text(text)
            + " names an allele that is not declared; declared are "
            + String.join(" and ", alleles)
            + ". The models of genotypes count copies of one of two alleles, so that a variant with"
            + " three has none.",
        "Correct the cells; or take the alleles apart before, one variable an allele (carrier:"
            + " yes/no); or declare `is: levels`.");
  }
}
