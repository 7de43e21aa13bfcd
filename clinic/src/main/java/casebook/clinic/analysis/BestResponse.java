// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.protocol.Measures;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.protocol.PublishedResponses;
import casebook.clinic.protocol.ResponseDefinition;
import casebook.clinic.record.Timeline;
import casebook.study.analysis.Analysis;
import casebook.study.analysis.people.Chosen;
import casebook.study.cohort.Cohort;
import casebook.study.finding.Address;
import casebook.study.finding.Finding;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Form;
import casebook.study.language.Study;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.NearestWord;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The best response of the treated patients, as of one or more days, by one or more definitions.
///
/// @param timelines one a row of the table of the cohort
record BestResponse(List<Timeline> timelines) implements Analysis<ResponseSpec> {
  private static final String KEYWORD = "response";
  private static final String BEST = "best";
  private static final String AS_OF = "as of";
  private static final String BY = "by";
  private static final String OF = "of";

  private static final List<Field> FIELDS =
      List.of(
          Field.required(
                  KEYWORD, Kind.WORD, "What is reported: the best response of each patient.", BEST)
              .among(BEST),
          Field.optional(
                  AS_OF,
                  Kind.LIST,
                  "The days until which responses are judged, one column each.",
                  "[2001-06-30, 2007-05-31]")
              .otherwise("all that is known"),
          Field.optional(
                  BY,
                  Kind.LIST,
                  "The definitions of response, one column each: this study, or published ones ("
                      + String.join(", ", PublishedResponses.NAMES)
                      + ").",
                  "[this study, itp-iwg-2009]")
              .otherwise("the definition under response"),
          Field.optional(
                  OF,
                  Kind.TEXT,
                  "Whom it is asked about; persons are left out by `except` with the reason in"
                      + " brackets.",
                  "all except 8 (died in a course of 3 months)")
              .otherwise("all treated patients"),
          Field.optional(
              "caption", Kind.TEXT, "The title of the table.", "Best response to cyclosporine"),
          Field.optional(
              "name",
              Kind.TEXT,
              "A name for the addresses of its numbers, needed when a study asks for it more than"
                  + " once.",
              "first report"));

  private static final Form<ResponseSpec> FORM =
      new Form<>(
          KEYWORD,
          "Best response: rates with exact intervals, time to response, what became of it.",
          FIELDS,
          """
          - response: best
            as of: [2001-06-30, 2007-05-31]
            by: [this study, itp-iwg-2009]
          """,
          BestResponse::read);

  BestResponse {
    timelines = List.copyOf(timelines);
  }

  @Override
  public Form<ResponseSpec> form() {
    return FORM;
  }

  @Override
  public Address address(ResponseSpec spec) {
    return Address.of(KEYWORD, spec.name().orElse(BEST));
  }

  private static Checked<ResponseSpec> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, FIELDS, problems);
    entries.word(KEYWORD);
    ResponseSpec spec =
        new ResponseSpec(
            entries.items(AS_OF).stream().flatMap(it -> Words.date(it, problems).stream()).toList(),
            entries.items(BY),
            Chosen.read(entries.clause(OF).orElse(everybody(clause))),
            entries.text("caption"),
            entries.text("name"),
            clause.at());
    return problems.hasErrors() ? Checked.none(problems.list()) : problems.with(spec);
  }

  /// The words for everybody, at the place of the clause.
  static Clause everybody(Clause clause) {
    return new Clause(
        OF, Chosen.ALL, Clause.Shape.PLAIN, List.of(), clause.at(), clause.at(), List.of());
  }

  @Override
  public List<Problem> check(ResponseSpec spec, Study study) {
    List<Problem> problems = new ArrayList<>(Treated.check(study, KEYWORD, spec.at()));
    problems.addAll(spec.of().check(study));
    if (spec.by().isEmpty() && study.section(KEYWORD).isEmpty()) {
      problems.add(
          Problem.error(
              Entries.MISSING_ENTRY,
              spec.at(),
              "It is not said what counts as a response.",
              "Write `by: itp-iwg-2009` here, or a section `response:`."));
    }
    for (Clause name : spec.by()) {
      definition(study, name.words())
          .ifPresentOrElse(
              it -> counted(it, study, name).ifPresent(problems::add),
              () -> problems.add(unknown(name, study)));
    }
    return problems;
  }

  private static Optional<ResponseDefinition> definition(Study study, String name) {
    return name.equals(ResponseSpec.OWN)
        ? ProtocolReader.response(study)
        : PublishedResponses.find(name);
  }

  private static Problem unknown(Clause name, Study study) {
    List<String> known =
        Stream.concat(
                study.section(KEYWORD).stream().map(it -> ResponseSpec.OWN),
                PublishedResponses.NAMES.stream())
            .toList();
    String nearest = NearestWord.question(name.words(), known);
    return Problem.error(
        Entries.UNKNOWN_WORD,
        name.wordsAt(),
        "There is no definition of response `" + name.words() + "`.",
        nearest.isEmpty() ? "There are " + String.join(", ", known) + "." : nearest);
  }

  private static Optional<Problem> counted(
      ResponseDefinition definition, Study study, Clause name) {
    Measures measures = ProtocolReader.measures(study);
    return measures.find(definition.measure()).isPresent()
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                Entries.UNKNOWN_WORD,
                name.wordsAt(),
                "`"
                    + name.words()
                    + "` judges "
                    + definition.measure()
                    + ", which `events` does not declare.",
                "Declare it: `" + definition.measure() + ": {unit: 10^9/L}`."));
  }

  @Override
  public List<Finding> run(ResponseSpec spec, Cohort cohort, Settings settings) {
    Treated treated = Treated.of(cohort.study(), timelines);
    List<ResponseDefinition> definitions = new ArrayList<>();
    for (Clause name : spec.by()) {
      definition(cohort.study(), name.words()).ifPresent(definitions::add);
    }
    if (definitions.isEmpty()) {
      definitions.add(treated.protocol().response().orElseThrow());
    }
    ResponseTable table =
        new ResponseTable(spec, address(spec), cohort, treated, definitions, settings.level());
    return List.of(table.finding());
  }
}
