// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.cli.Studies.Followed;
import casebook.clinic.amendment.PatientChange;
import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.protocol.PublishedResponses;
import casebook.study.amendment.Amendments;
import casebook.study.analysis.Analyses;
import casebook.study.finding.Settings;
import casebook.study.language.Clause;
import casebook.study.language.Field;
import casebook.study.language.Field.Kind;
import casebook.study.language.Study;
import casebook.study.language.form.StudyForms;
import casebook.study.language.text.StudyText;
import casebook.study.problem.Checked;
import casebook.study.problem.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares two study files: what they say, and with data what they do to the same people.
///
/// @param before the earlier file
/// @param after the later file
record StudyDiff(StudyFile before, StudyFile after) {

  /// A study file under its path, so that both can be told apart.
  static StudyFile at(Path path) {
    return new StudyFile(path, path.toString(), StudyText.bytes(path));
  }

  int run(Arguments arguments, Terminal terminal) {
    Studies first = Studies.of(before, terminal);
    Studies second = Studies.of(after, terminal);
    Optional<Study> old = first.study();
    Optional<Study> young = second.study();
    if (old.isEmpty() || young.isEmpty()) {
      return Math.max(tell(first), tell(second));
    }
    Amendments amendments = Amendments.between(clauses(before), clauses(after), fields());
    Optional<AmendedPeople> people = Optional.empty();
    boolean data = first.dataThere(old.get(), arguments);
    if (data) {
      people = people(first, old.get(), second, young.get(), arguments);
    }
    String text =
        arguments.has(Option.JSON)
            ? AmendmentsJson.of(before.name(), after.name(), amendments, people)
            : new AmendmentsText(amendments, people).of(before.name(), after.name());
    terminal.out().print(text);
    return data ? Math.max(tell(first), tell(second)) : ExitCode.DONE;
  }

  private static Clause clauses(StudyFile file) {
    Clause root = StudyText.read(file.name(), file.bytes().orThrow()).orThrow().root();
    return PublishedResponses.writtenOut(root);
  }

  /// What a study file may hold, down to the entries of each analysis.
  private static List<Field> fields() {
    List<Field> analyses =
        Analyses.forms(Studies.analyses(List.of())).stream()
            .map(form ->
                Field.optional(form.keyword(), Kind.ENTRIES, form.summary(), "")
                    .with(form.fields().toArray(new Field[0])))
            .toList();
    List<Field> fields = new ArrayList<>();
    for (Field section : StudyForms.sections(ClinicSections.ALL)) {
      boolean list = section.name().equals("analyses");
      fields.add(list ? section.with(analyses.toArray(new Field[0])) : section);
    }
    return fields;
  }

  /// The same people by both files; empty where the data do not fit one of them.
  private Optional<AmendedPeople> people(
      Studies first, Study old, Studies second, Study young, Arguments arguments) {
    Arguments same = onDataOfFirst(arguments);
    Optional<Followed> one = first.followed(old, same, settings(same, old));
    Study other = withData(young, old);
    Optional<Followed> two = second.followed(other, same, settings(same, other));
    if (one.isEmpty() || two.isEmpty()) {
      return Optional.empty();
    }
    Optional<Protocol> earlier = ProtocolReader.read(old).flatMap(Checked::value);
    Optional<Protocol> later = ProtocolReader.read(other).flatMap(Checked::value);
    List<PatientChange> changes =
        earlier.isPresent() && later.isPresent()
            ? PatientChange.of(
                earlier.get(), one.get().timelines(), later.get(), two.get().timelines())
            : List.of();
    return Optional.of(AmendedPeople.of(one.get().cohort(), two.get().cohort(), changes));
  }

  private Arguments onDataOfFirst(Arguments arguments) {
    Map<String, String> options = new LinkedHashMap<>(arguments.options());
    options.putIfAbsent(Option.DATA.name(), before.folder().toString());
    return new Arguments(arguments.words(), options);
  }

  private static Settings settings(Arguments arguments, Study study) {
    return RunSettings.of(arguments, study.heading().report());
  }

  /// The study on the data of another.
  private static Study withData(Study study, Study other) {
    return new Study(
        study.file(),
        study.heading(),
        other.data(),
        study.dictionary(),
        study.selection(),
        study.limits(),
        study.derived(),
        study.clauses());
  }

  /// Tells what must be mended; hints on a file are for `check`.
  private static int tell(Studies studies) {
    studies.problems().removeIf(it -> it.severity() != Severity.ERROR);
    return studies.tell();
  }
}
