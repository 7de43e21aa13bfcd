// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.analysis.ClinicAnalyses;
import casebook.clinic.entry.EntryForm;
import casebook.clinic.protocol.ClinicSections;
import casebook.clinic.protocol.Protocol;
import casebook.clinic.protocol.ProtocolReader;
import casebook.clinic.reading.ClinicData;
import casebook.clinic.reading.PatientStream;
import casebook.clinic.record.Timeline;
import casebook.clinic.worklist.WorkList;
import casebook.clinic.worklist.WorkQuestion;
import casebook.study.analysis.Analyses;
import casebook.study.analysis.Analysis;
import casebook.study.cohort.Cohort;
import casebook.study.data.Table;
import casebook.study.finding.Settings;
import casebook.study.language.DataFiles;
import casebook.study.language.Study;
import casebook.study.problem.Checked;
import casebook.study.problem.Problem;
import casebook.study.problem.Problems;
import casebook.study.problem.Severity;
import casebook.study.render.Renderers;
import casebook.study.run.StudyRun;
import casebook.study.source.Sheets;
import casebook.study.source.Sources;
import casebook.study.work.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the commands on a study share: read the study, read its data, tell every problem.
///
/// @param terminal where problems are told
/// @param run the stages
/// @param file the study file
/// @param problems what was found so far
record Studies(Terminal terminal, StudyRun run, StudyFile file, List<Problem> problems) {
  /// One of several study files.
  static Studies of(StudyFile file, Terminal terminal) {
    return new Studies(terminal, standard(), file, new ArrayList<>());
  }

  private static StudyRun standard() {
    return new StudyRun(analyses(List.of()), Renderers.ALL, Version.number(), ClinicSections.ALL);
  }

  /// Begins with the study file that the command line names.
  static Studies begin(Arguments arguments, Terminal terminal) {
    StudyRun run = standard();
    HeadStart.begin();
    Rehearsal.begin(run);
    StudyFile file = StudyFile.at(arguments.onlyWord("a study file"));
    return new Studies(terminal, run, file, new ArrayList<>());
  }

  /// What a study can ask for of these patients.
  ///
  /// @param timelines what happened to them; none where only the study file is read
  static List<Analysis<?>> analyses(List<Timeline> timelines) {
    return Stream.concat(Analyses.ALL.stream(), ClinicAnalyses.of(timelines).stream()).toList();
  }

  /// The study, unless it must be mended.
  Optional<Study> study() {
    if (file.bytes().value().isEmpty()) {
      problems.addAll(file.bytes().problems());
      return Optional.empty();
    }
    return keep(run.read(file.name(), file.bytes().value().get()));
  }

  /// Says whether the data that the study declares, or the command line names, are there.
  boolean dataThere(Study study, Arguments arguments) {
    return arguments.has(Option.DATA) || Files.exists(file.folder().resolve(study.data().file()));
  }

  /// The cohort with what happened to its patients, unless the data must be mended.
  ///
  /// @param timelines one a row of the table; none where the study has no events
  record Followed(Cohort cohort, List<Timeline> timelines) {
    Followed {
      timelines = List.copyOf(timelines);
    }
  }

  /// The cohort, unless the data must be mended.
  Optional<Cohort> cohort(Study study, Arguments arguments, Settings settings) {
    return followed(study, arguments, settings).map(Followed::cohort);
  }

  /// The cohort with what happened to its patients, unless the data must be mended.
  Optional<Followed> followed(Study study, Arguments arguments, Settings settings) {
    Checked<Table> table = table(study, arguments);
    boolean events =
        study.data().events().isPresent()
            || !study.dictionary().moments().isEmpty()
            || !study.dictionary().brought().isEmpty();
    if (!events || table.hasErrors() || table.value().isEmpty()) {
      return keep(run.cohort(study, table, settings)).map(it -> new Followed(it, List.of()));
    }
    return clinic(study, table, arguments)
        .flatMap(data ->
            keep(run.cohort(study, Checked.of(data.patients()), settings))
                .map(cohort -> new Followed(cohort, data.timelines())));
  }

  /// The patients with what happened to them, unless the data must be mended.
  Optional<ClinicData> clinic(Study study, Arguments arguments) {
    return clinic(study, table(study, arguments), arguments);
  }

  private Optional<ClinicData> clinic(Study study, Checked<Table> read, Arguments arguments) {
    Placed placed = placed(study, arguments);
    return keep(read)
        .flatMap(table -> keep(ClinicData.read(placed.folder(), placed.study(), table)));
  }

  /// A study whose data files lie in a folder.
  private record Placed(Study study, Path folder) {}

  private Placed placed(Study study, Arguments arguments) {
    Optional<Path> workbook = workbook(arguments);
    Path folder =
        workbook
            .map(it -> folder(it))
            .or(() -> named(arguments).filter(Files::isDirectory))
            .orElse(file.folder());
    return new Placed(workbook.map(it -> study.with(data(study, it))).orElse(study), folder);
  }

  /// The work list of all patients, unless the data must be mended; their events are read as a
  /// stream where the file allows it.
  Optional<WorkList> work(Study study, WorkQuestion question, int threads, Arguments arguments) {
    Supplier<Checked<Table>> reading = new Workers(threads).begin(() -> table(study, arguments));
    Placed placed = placed(study, arguments);
    PatientStream stream =
        new PatientStream(placed.folder(), placed.study(), () -> reading.get().value(), threads);
    Problems known = new Problems();
    Optional<WorkList> streamed = WorkList.of(question, stream, known);
    Optional<Table> patients = keep(reading.get());
    if (patients.isPresent() && streamed.isPresent()) {
      problems.addAll(known.list());
      return streamed;
    }
    return patients
        .flatMap(it -> keep(ClinicData.read(placed.folder(), placed.study(), it)))
        .map(it -> WorkList.of(question, it.timelines()));
  }

  /// The name of the file of events; empty when there is none.
  String events(Study study, Arguments arguments) {
    return placed(study, arguments).study().data().events().map(it -> it.file()).orElse("");
  }

  /// The protocol that the study file holds.
  Optional<Protocol> protocol(Study study) {
    return ProtocolReader.read(study)
        .orElseThrow(() ->
            new CommandLineException(
                "The study file has no `treatment`; `casebook help treatment` says how to write"
                    + " it."))
        .value();
  }

  private Checked<Table> table(Study study, Arguments arguments) {
    Optional<Path> named = named(arguments);
    DataFiles data = workbook(arguments).map(it -> data(study, it)).orElse(study.data());
    return named.isPresent() && !Files.isDirectory(named.get())
        ? Sources.readFile(named.get(), file.folder(), data, study.dictionary())
        : Sources.read(named.orElse(file.folder()), study.data(), study.dictionary());
  }

  /// The workbook that the command line names, if it names one: it may hold the sheets of an entry
  /// form, patients and what happened to them.
  private static Optional<Path> workbook(Arguments arguments) {
    return named(arguments)
        .filter(it -> !Files.isDirectory(it))
        .filter(it -> it.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx"));
  }

  private static DataFiles data(Study study, Path workbook) {
    Path name = workbook.getFileName();
    String own = name == null ? workbook.toString() : name.toString();
    return EntryForm.files(study.data(), own, Sheets.names(workbook));
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  /// Answers when the data file is no longer the one that was read.
  Optional<Problem> replaced(Cohort cohort, Arguments arguments) {
    Optional<Path> named = named(arguments);
    boolean other = named.isPresent() && !Files.isDirectory(named.get());
    Path folder = named.filter(Files::isDirectory).orElse(file.folder());
    Path data = other ? named.orElseThrow() : folder.resolve(cohort.study().data().file());
    for (Table readings : cohort.table().beside()) {
      Path plates = folder.resolve(readings.origin().file());
      Optional<Problem> problem = Sources.replaced(plates, readings.origin());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Sources.replaced(data, cohort.table().origin());
  }

  /// What the command line names instead of the declared data: a file, or the folder in which the
  /// declared file lies.
  private static Optional<Path> named(Arguments arguments) {
    Optional<Path> named = arguments.option(Option.DATA).map(Path::of);
    if (named.isPresent() && !Files.exists(named.get())) {
      throw new CommandLineException(
          "--data is "
              + named.get()
              + "; there is no such file or folder. Name a data file, or the folder in which the"
              + " file of the study lies.");
    }
    return named;
  }

  private <T> Optional<T> keep(Checked<T> part) {
    problems.addAll(part.problems());
    return part.hasErrors() ? Optional.empty() : part.value();
  }

  /// Tells the problems and says how the command ends: 2 when the study file must be mended, 3 when
  /// the data must, else 0.
  int tell() {
    terminal.problems(problems, Map.of(file.name(), file.lines()));
    boolean study = false;
    boolean data = false;
    for (Problem problem : problems) {
      if (problem.severity() == Severity.ERROR) {
        data |= problem.area().equals("data");
        study |= !problem.area().equals("data");
      }
    }
    return study ? ExitCode.STUDY : data ? ExitCode.DATA : ExitCode.DONE;
  }
}
