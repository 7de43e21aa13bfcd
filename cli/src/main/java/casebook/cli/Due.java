// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.protocol.Protocol;
import casebook.clinic.worklist.CalendarFile;
import casebook.clinic.worklist.WorkBook;
import casebook.clinic.worklist.WorkList;
import casebook.clinic.worklist.WorkPage;
import casebook.clinic.worklist.WorkQuestion;
import casebook.study.language.Study;
import casebook.study.render.BookFile;
import casebook.study.work.Workers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// `casebook due STUDY --on DATE`: what is to be done for all patients on a day.
final class Due implements Command {
  private static final Option DAY =
      new Option("on", "DATE", "the day; nothing after it is looked at");
  private static final Option AHEAD =
      new Option("ahead", "DAYS", "list visits that are coming in so many days (default: 14)");
  private static final Option WHY =
      new Option("why", "", "say what each item rests on, in a sentence");

  private static final List<String> FORMATS = List.of("text", "json", "ics", "xlsx");
  private static final Option FORMAT =
      new Option("format", "NAME", "text, json, ics (a calendar) or xlsx (default: text)");
  private static final Option OUT =
      new Option("out", "FILE", "where the list goes (default: it is printed)");

  @Override
  public String name() {
    return "due";
  }

  @Override
  public String summary() {
    return "list what is to be done for all patients on a day";
  }

  @Override
  public String words() {
    return "STUDY";
  }

  @Override
  public String details() {
    return """
    The work list of a morning: doses to change, treatments to start, what is overdue, what is
    in its window, warnings, what cannot be told and what is missing for it, what is coming.
    A starting dose is listed only where every criterion of eligibility is met. `casebook
    advise` shows all that is known of one patient. For research; a clinician decides.

    example: casebook due study.yaml --on 1995-02-01\
    """;
  }

  @Override
  public List<Option> options() {
    return List.of(DAY, AHEAD, WHY, FORMAT, OUT, Option.DATA, Option.THREADS, Option.JSON);
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    LocalDate day =
        arguments
            .option(DAY)
            .map(RunSettings::day)
            .orElseThrow(() -> new CommandLineException("Name the day: --on 2026-03-31."));
    int ahead = ahead(arguments);
    String format = format(arguments);
    Studies studies = Studies.begin(arguments, terminal);
    Optional<Study> study = studies.study();
    Optional<Protocol> protocol = study.flatMap(studies::protocol);
    boolean why = arguments.has(WHY);
    int threads = RunSettings.threads(arguments);
    Optional<WorkList> list =
        protocol.flatMap(it ->
            studies.work(
                study.orElseThrow(), new WorkQuestion(it, day, ahead, why), threads, arguments));
    int code = studies.tell();
    if (code != ExitCode.DONE || list.isEmpty()) {
      return code;
    }
    String events = studies.events(study.orElseThrow(), arguments);
    WorkPage page = new WorkPage(studies.file().name(), events, list.get());
    List<byte[]> parts = parts(format, page, study.orElseThrow(), new Workers(threads));
    if (arguments.option(OUT).isPresent()) {
      NewFile.write(Path.of(arguments.option(OUT).get()), parts);
      terminal.out().println(arguments.option(OUT).get());
    } else {
      parts.forEach(part -> terminal.out().write(part, 0, part.length));
      terminal.out().flush();
    }
    return ExitCode.DONE;
  }

  /// What is written, in parts that follow each other: the list of a million patients is long.
  private static List<byte[]> parts(String format, WorkPage page, Study study, Workers workers) {
    return switch (format) {
      case "json" -> List.of(utf8(WorkJson.of(page)));
      case "ics" -> List.of(utf8(new CalendarFile(study.heading().title(), page.list()).text()));
      case "xlsx" -> List.of(BookFile.of(WorkBook.of(page)));
      default -> page.parts(workers).stream().map(Due::utf8).toList();
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String format(Arguments arguments) {
    String format =
        arguments.option(FORMAT).orElse(arguments.has(Option.JSON) ? "json" : FORMATS.getFirst());
    if (!FORMATS.contains(format)) {
      throw new CommandLineException(
          "There is no format `" + format + "`; there are " + String.join(", ", FORMATS) + ".");
    }
    if (format.equals("xlsx") && arguments.option(OUT).isEmpty()) {
      throw new CommandLineException("Say where the workbook goes: --out FILE.");
    }
    return format;
  }

  private static int ahead(Arguments arguments) {
    long days = RunSettings.whole(arguments, AHEAD, 0, WorkQuestion.AHEAD);
    return (int) Math.min(days, 36_525);
  }
}
