// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.analysis;

import casebook.clinic.analysis.ResponseGroup.Patient;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.study.finding.Cell;
import casebook.study.finding.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A column of the table of best responses: the cells of one definition until one day, and the
/// sentences about them.
///
/// @param definition what counts as a response
/// @param day the day; empty: all that is known
/// @param drug the drug of the treatment
/// @param group the patients
/// @param cells makes its cells
record ResponseColumn(
    DefinitionWords definition,
    Optional<LocalDate> day,
    String drug,
    ResponseGroup group,
    OutcomeCells cells) {
  private static final String TREATED = "the treated patients";
  private static final String RESPONDERS = "the responders";

  /// The head of the column.
  ///
  /// @param named whether the definition belongs into it
  static String head(DefinitionWords definition, Optional<LocalDate> day, boolean named) {
    List<String> words = new ArrayList<>();
    if (named) {
      words.add(definition.name());
    }
    day.ifPresent(it -> words.add("as of " + Days.printed(it)));
    return String.join(", ", words);
  }

  private Cell ofTreated(String slug, String what, Predicate<Patient> who) {
    return cells.proportion(slug, what, group.count(who), group.ofTreated(), TREATED);
  }

  private Cell ofResponders(String slug, String what, Predicate<Patient> who) {
    return cells.proportion(slug, what, group.count(who), group.ofResponders(), RESPONDERS);
  }

  Cell response() {
    return ofTreated("response", "response", Patient::responder);
  }

  Cell best(Response response) {
    String word = response == Response.NONE ? "none" : response.word();
    return ofTreated(word, response.word(), it -> it.unknown().isEmpty() && it.best() == response);
  }

  /// How many depend on the drug; a dash where the definition does not say what that is.
  Cell dependent() {
    if (definition.definition().course().dependent().isEmpty()) {
      return Cell.of(Cell.Form.NOT_APPLICABLE);
    }
    Cell cell =
        ofTreated("drug_dependent", "drug-dependent response", it -> it.course().dependent());
    return definition.definition().course().dependentCounts()
        ? cell
        : new Cell(
            cell.form(),
            cell.statistics(),
            List.of("Not counted as a response by this definition"));
  }

  /// How many have a count that no second one confirmed; a dash where none is asked for.
  Cell unconfirmed() {
    return definition.definition().confirming().confirmed().isEmpty()
        ? Cell.of(Cell.Form.NOT_APPLICABLE)
        : cells.share(
            "not_confirmed",
            "response not confirmed",
            group.count(Patient::unconfirmed),
            group.ofTreated());
  }

  Cell unknown() {
    Cell cell =
        cells.share(
            "unknown",
            "response not known",
            group.count(it -> it.unknown().isPresent()),
            group.ofTreated());
    List<String> why = group.whyUnknown();
    return why.isEmpty()
        ? cell
        : new Cell(
            cell.form(), cell.statistics(), List.of("Unknown because " + String.join("; ", why)));
  }

  Cell time() {
    return cells.medianRange("time_to_response", "time to response", group.times(), "d");
  }

  Cell holding() {
    return ofResponders("maintained", "in response at last contact or death", Patient::holds);
  }

  Cell holdingOnDrug() {
    return cells.share(
        "maintained_on_drug",
        "in response, on the drug",
        group.count(it -> it.holds() && it.onDrug(drug)),
        group.ofResponders());
  }

  Cell neverLost() {
    return cells.share(
        "never_lost",
        "in response without loss in between",
        group.count(it -> it.holds() && !it.everLost()),
        group.ofResponders());
  }

  Cell diedInResponse() {
    return cells.share(
        "died_in_response",
        "died in response",
        group.count(it -> it.holds() && it.died()),
        group.ofResponders());
  }

  Cell lost() {
    return ofResponders("lost", "response lost", Patient::everLost);
  }

  /// How many relapsed; a dash where the definition does not say what that is.
  Cell relapsed() {
    return definition.definition().course().relapse().isEmpty()
        ? Cell.of(Cell.Form.NOT_APPLICABLE)
        : ofResponders("relapse", "relapse", Patient::relapsed);
  }

  /// What the text says of the rates.
  Statement rates() {
    String until = day.map(it -> " by " + Days.printed(it)).orElse("");
    return Statement.of(
        "By the definition of "
            + definition.name()
            + ", {} treated patients responded"
            + until
            + ": {} completely, {} partially.",
        response(),
        count(best(Response.COMPLETE)),
        count(best(Response.PARTIAL)));
  }

  /// What the text says of the responses once they are there.
  List<Statement> courses() {
    List<Statement> all = new ArrayList<>();
    if (group.responders() > 0) {
      all.add(
          Statement.of(
              "The median time to response was {} days (range among responders).", time()));
      all.add(course());
    }
    if (group.count(it -> it.course().dependent()) > 0) {
      all.add(
          Statement.of("Patients whose response depended on the drug: {}.", count(dependent())));
    }
    return all;
  }

  private Statement course() {
    String words = "At last contact or death {} responders were in response; {} had lost one";
    return relapsed().statistics().isEmpty()
        ? Statement.of(words + ".", holding(), count(lost()))
        : Statement.of(
            words + " and {} had relapsed.", holding(), count(lost()), count(relapsed()));
  }

  /// The count of a share.
  private static Cell count(Cell share) {
    return Cell.of(Cell.Form.COUNT, share.statistics().getFirst());
  }
}
