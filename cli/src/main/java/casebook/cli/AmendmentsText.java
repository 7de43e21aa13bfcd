// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import casebook.clinic.amendment.PatientChange;
import casebook.clinic.amendment.PatientChange.AdviceChange;
import casebook.clinic.amendment.Standing;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.study.amendment.Amendment;
import casebook.study.amendment.Amendments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What changed between two study files, for a person.
///
/// @param amendments what they say
/// @param people what they do to the same people; empty: no data
record AmendmentsText(Amendments amendments, Optional<AmendedPeople> people) {
  /// More patients than these are counted only.
  private static final int MOST = 50;

  /// More characters of something that stands in one file only are left to `--json`.
  private static final int LONGEST = 200;

  /// The whole text.
  ///
  /// @param before the earlier file, as named
  /// @param after the later file, as named
  String of(String before, String after) {
    StringBuilder text = new StringBuilder();
    text.append(before).append(" → ").append(after).append('\n');
    String part = "";
    for (Amendment amendment : amendments.list()) {
      if (!amendment.part().equals(part)) {
        part = amendment.part();
        text.append('\n').append(part).append('\n');
      }
      text.append("  ").append(pad(amendment.kind().word(), 10));
      text.append(line(amendment)).append('\n');
    }
    if (amendments.list().isEmpty()) {
      text.append("\nBoth files say the same.\n");
    } else if (!amendments.same().isEmpty()) {
      text.append("\nthe same\n  ").append(String.join(", ", amendments.same())).append('\n');
    }
    people.ifPresent(it -> people(text, it));
    return text.toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String line(Amendment it) {
    String otherwise = it.otherwise().isEmpty() ? "" : " (not said: " + it.otherwise() + ")";
    String said =
        switch (it.kind()) {
          case CHANGED, RENAMED, REORDERED -> it.before() + " → " + it.after();
          case NEW -> cut(it.after()) + otherwise;
          case LEFT_OUT -> cut(it.before()) + otherwise;
        };
    String place = place(it);
    return place + (place.isEmpty() || said.isEmpty() ? "" : ": ") + said;
  }

  /// Something that stands in one file only, as far as one line reads well; `--json` has all of it.
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
  }

  /// The keys below the part; a key that begins like the one before it is said once.
  private static String place(Amendment it) {
    List<String> keys = new ArrayList<>(List.of(it.part()));
    for (String key : it.path()) {
      String last = keys.getLast();
      if (!key.equals(last) && !last.startsWith(key + " ")) {
        keys.add(key);
      }
    }
    return String.join(", ", keys.subList(1, keys.size()));
  }

  private static void people(StringBuilder text, AmendedPeople people) {
    List<PatientChange> changed = people.changed();
    if (people.changes().isEmpty()) {
      text.append("\npeople\n");
      membership(text, "in the study by the earlier file only", people.left());
      membership(text, "in the study by the later file only", people.joined());
    } else {
      block(text, "patients: eligibility", changed, AmendmentsText::eligibility);
      block(text, "patients: best response", changed, AmendmentsText::response);
      block(text, "patients: advice for the last day known", changed, AmendmentsText::advice);
      text.append('\n');
    }
    int moved =
        people.changes().isEmpty() ? people.left().size() + people.joined().size() : changed.size();
    text.append(people.all() - moved).append(" of ").append(people.all());
    text.append(" stand as before.\n");
  }

  private static void membership(StringBuilder text, String what, List<String> ids) {
    if (!ids.isEmpty()) {
      text.append("  ").append(what).append(": ").append(ids.size()).append(" (");
      text.append(String.join(", ", ids.subList(0, Math.min(MOST, ids.size()))));
      text.append(ids.size() > MOST ? ", ..." : "").append(")\n");
    }
  }

  /// The patients with something to say, under a heading.
  private static void block(
      StringBuilder text,
      String heading,
      List<PatientChange> changed,
      Function<PatientChange, List<String>> words) {
    List<PatientChange> told = changed.stream().filter(it -> !words.apply(it).isEmpty()).toList();
    if (!told.isEmpty()) {
      text.append('\n').append(heading).append('\n');
    }
    for (PatientChange change : told.subList(0, Math.min(MOST, told.size()))) {
      List<String> lines = words.apply(change);
      for (int i = 0; i < lines.size(); i++) {
        text.append("  ").append(pad(i == 0 ? change.patient() : "", 10));
        text.append(lines.get(i)).append('\n');
      }
    }
    if (told.size() > MOST) {
      text.append("  and ").append(told.size() - MOST).append(" more; --json lists all\n");
    }
  }

  private static List<String> eligibility(PatientChange it) {
    return it.eligibility()
        ? List.of(eligible(it.before()) + " → " + eligible(it.after()))
        : List.of();
  }

  private static String eligible(Standing standing) {
    String against = String.join(", ", standing.against());
    return standing
        .verdict()
        .map(verdict ->
            switch (verdict) {
              case PASS -> "eligible";
              case FAIL -> "not eligible (" + against + ")";
              case UNKNOWN -> "unknown (" + against + ")";
            })
        .orElse("not declared");
  }

  private static List<String> response(PatientChange it) {
    if (!it.response()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(best(it.before()) + " → " + best(it.after()));
    it.why().ifPresent(lines::add);
    return lines;
  }

  private static String best(Standing standing) {
    return standing.best().map(Response::word).orElse("not defined");
  }

  private static List<String> advice(PatientChange it) {
    List<String> lines = new ArrayList<>();
    for (AdviceChange change : it.advice()) {
      String before = change.before().orElse("");
      String after = change.after().orElse("");
      boolean both = change.before().isPresent() && change.after().isPresent();
      String word = both ? "" : change.before().isPresent() ? "no longer " : "new ";
      String said = both ? before + " → " + after : before + after;
      lines.add(it.day() + "  " + word + change.about() + (said.isEmpty() ? "" : ": " + said));
    }
    return lines;
  }
}
