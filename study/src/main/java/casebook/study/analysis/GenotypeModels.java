// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

import casebook.stats.genetic.GenotypeModel;
import casebook.study.analysis.provenance.StudyVariable;
import casebook.study.data.Column;
import casebook.study.data.Presence;
import casebook.study.language.Clause;
import casebook.study.language.Dictionary;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The genetic models that an association of a genotype asks for; the first was set beforehand.
///
/// @param models the models, in order
/// @param at the place where they were asked for
public record GenotypeModels(List<GenotypeModel> models, Span at) {
  static final String KEY = "models";

  static final Field FIELD =
      Field.optional(
          KEY,
          Kind.LIST,
          "The genetic models of a genotype, the primary one first: additive, codominant, dominant,"
              + " recessive, overdominant. Adds MAX3, whose P allows for the choice among them.",
          "[additive, codominant, dominant, recessive]");

  public GenotypeModels {
    models = List.copyOf(models);
  }

  /// Reads the models of a clause; empty where it asks for none.
  static Optional<GenotypeModels> read(Entries entries, Problems problems) {
    List<GenotypeModel> models = new ArrayList<>();
    for (Clause item : entries.items(KEY)) {
      Optional<GenotypeModel> model =
          Arrays.stream(GenotypeModel.values())
              .filter(it -> word(it).equals(item.words()))
              .findFirst();
      if (model.isEmpty()) {
        unknown(item, problems);
      } else if (models.contains(model.get())) {
        problems.error(
            "study/model-twice",
            item.wordsAt(),
            "The model `" + item.words() + "` stands twice.",
            "Remove one; the first of the list is the primary model.");
      } else {
        models.add(model.get());
      }
    }
    return entries
        .clause(KEY)
        .filter(any -> !models.isEmpty())
        .map(clause -> new GenotypeModels(models, clause.at()));
  }

  private static void unknown(Clause item, Problems problems) {
    List<String> words = Arrays.stream(GenotypeModel.values()).map(GenotypeModels::word).toList();
    String nearest = NearestWord.question(item.words(), words);
    problems.error(
        Entries.UNKNOWN_WORD,
        item.wordsAt(),
        "`" + item.words() + "` is not a genetic model that is known here.",
        nearest.isEmpty() ? "It is one of: " + String.join(", ", words) + "." : nearest);
  }

  /// The word in the study file.
  static String word(GenotypeModel model) {
    return model.name().toLowerCase(Locale.ROOT);
  }

  /// A genotype as a model sees it: the copies, the genotypes, or two groups of them.
  static Exposure recoded(Exposure genotype, GenotypeModel model) {
    Column.Leveled column = (Column.Leveled) genotype.column();
    return switch (model) {
      case CODOMINANT -> genotype;
      case ADDITIVE -> new Exposure(genotype.variable(), copies(column));
      case DOMINANT, RECESSIVE, OVERDOMINANT ->
          new Exposure(genotype.variable(), split(column, model));
    };
  }

  private static Column.Numeric copies(Column.Leveled column) {
    double[] values = new double[column.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = column.known(row) ? column.code(row) : Double.NaN;
    }
    return new Column.Numeric(column.name(), values, presence(column));
  }

  private static Column.Leveled split(Column.Leveled column, GenotypeModel model) {
    int[] codes = new int[column.size()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = column.known(row) ? model.code(column.code(row)) : 0;
    }
    List<String> levels =
        List.of(joined(column.levels(), model, 0), joined(column.levels(), model, 1));
    return new Column.Leveled(column.name(), levels, codes, presence(column));
  }

  private static Presence[] presence(Column column) {
    Presence[] presence = new Presence[column.size()];
    Arrays.setAll(presence, column::presence);
    return presence;
  }

  /// The genotypes that a model gives a code: `TG or GG`.
  private static String joined(List<String> levels, GenotypeModel model, int code) {
    List<String> names = new ArrayList<>();
    for (int copies = 0; copies < 3; copies++) {
      if (model.code(copies) == code) {
        names.add(levels.get(copies));
      }
    }
    return String.join(" or ", names);
  }

  /// What the row of a model compares: `Additive, per G`, `Dominant, TG or GG against TT`.
  static String label(Exposure recoded, StudyVariable genotype, GenotypeModel model, int level) {
    String word = word(model);
    String name = word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    if (genotype.type() instanceof Dictionary.Type.Genotype alleles && recoded.isNumber()) {
      return name + ", per " + alleles.second();
    }
    List<String> levels = recoded.levels();
    return name + ", " + levels.get(level) + " against " + levels.getFirst();
  }
}
