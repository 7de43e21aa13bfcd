// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.Treatment.Action;
import casebook.clinic.protocol.Treatment.Baseline;
import casebook.clinic.protocol.Treatment.DoseRule;
import casebook.clinic.protocol.Treatment.Dosing;
import casebook.clinic.protocol.Treatment.MonitoringLine;
import casebook.clinic.protocol.Treatment.Phase;
import casebook.clinic.protocol.Treatment.Trigger;
import casebook.study.language.Clause;
import casebook.study.language.Entries;
import casebook.study.language.Form;
import casebook.study.language.Words;
import casebook.study.problem.Checked;
import casebook.study.problem.Problems;
import casebook.study.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How patients are treated and followed.
final class TreatmentForm {
  private static final Pattern BASELINE =
      Pattern.compile(
          "(?:mean of (\\d{1,2})(?: to (\\d{1,2}))? values?|last value) in the (\\d{1,4}) days"
              + " before start");

  static final Form<Treatment> TREATMENT =
      new Form<>(
          "treatment",
          "How patients are treated and followed; `advise` and `due` read it.",
          TreatmentFields.ALL,
          """
          treatment:
            drug: cyclosporine
            dose: [5 mg/kg/d for 6 days, 2.5 to 3 mg/kg/d]
            capsules: [25 mg, 50 mg, 100 mg]
            level: {trough: 200 to 400 ng/mL, specimen: serum, at: 11 to 13 h}
            baseline: {creatinine: mean of 1 to 2 values in the 30 days before start}
            monitoring:
              blood count: {measure: platelets, every: 1 month, from stable remission: 6 months}
            dose changes:
              creatinine > 150 % of baseline: {do: reduce 25 % for 10 days, resume when: creatinine <= 125 % of baseline, otherwise: stop and ask}
            co-medication:
              felodipine: note
          """,
          TreatmentForm::read);

  private TreatmentForm() {}

  private static Checked<Treatment> read(Clause clause) {
    Problems problems = new Problems();
    Entries entries = Entries.of(clause, TreatmentFields.ALL, problems);
    Dosing dosing = dosing(entries, clause, problems);
    Treatment treatment =
        new Treatment(
            dosing,
            entries.clause("level").flatMap(it -> LevelWords.read(it, problems)),
            baselines(entries, problems),
            monitoring(entries, problems),
            rules(entries, problems),
            CoMedicationWords.read(entries.clause("co-medication"), problems),
            entries.yes("forecast", false),
            clause.at());
    return problems.with(treatment);
  }

  private static Dosing dosing(Entries entries, Clause clause, Problems problems) {
    Optional<Clause> capsules = entries.clause("capsules");
    int times =
        switch (entries.word("given").orElse("twice a day")) {
          case "once a day" -> 1;
          case "three times a day" -> 3;
          default -> 2;
        };
    return new Dosing(
        entries.text("drug").orElse(""),
        DoseWords.stages(entries.items("dose"), problems),
        times,
        DoseWords.capsules(entries.items("capsules"), problems),
        StopWords.read(entries.items("stop when"), problems),
        entries.clause("dose").map(Clause::at).orElse(clause.at()),
        capsules.map(Clause::at).orElse(clause.at()));
  }

  private static List<Clause> below(Entries entries, String name, Problems problems) {
    Optional<Clause> clause = entries.clause(name);
    if (clause.isPresent() && clause.get().shape() != Clause.Shape.MAP) {
      problems.error(
          Words.WRONG_SHAPE,
          clause.get().at(),
          "`" + name + "` needs entries.",
          "`casebook help treatment` shows them.");
      return List.of();
    }
    return clause.map(Clause::children).orElse(List.of());
  }

  private static List<Baseline> baselines(Entries entries, Problems problems) {
    List<Baseline> baselines = new ArrayList<>();
    for (Clause entry : below(entries, "baseline", problems)) {
      Matcher words = BASELINE.matcher(entry.words());
      int least = 1;
      int most = 1;
      boolean read = words.matches();
      if (read && words.group(1) != null) {
        least = Integer.parseInt(words.group(1));
        most = words.group(2) == null ? least : Integer.parseInt(words.group(2));
      }
      if (read && least >= 1 && least <= most) {
        int days = Integer.parseInt(words.group(3));
        baselines.add(new Baseline(entry.keyword(), least, most, days, entry.at()));
      } else {
        problems.error(
            "protocol/baseline",
            entry.isWords() ? entry.wordsAt() : entry.at(),
            "It is not said how the value before start is taken.",
            "Write, for example, `mean of 1 to 2 values in the 30 days before start`.");
      }
    }
    return baselines;
  }

  private static List<MonitoringLine> monitoring(Entries entries, Problems problems) {
    List<MonitoringLine> lines = new ArrayList<>();
    for (Clause entry : below(entries, "monitoring", problems)) {
      Entries line = Entries.of(entry, TreatmentFields.LINE, problems);
      List<String> measures = line.items("measure").stream().map(Clause::words).toList();
      List<Phase> phases =
          line.clause("every")
              .filter(it -> Words.single(it, "a distance between visits", problems))
              .map(it -> CalendarWords.phases(it, problems))
              .orElse(List.of());
      Optional<Phase> stable =
          line.clause("from stable remission")
              .filter(it -> Words.single(it, "a distance between visits", problems))
              .map(it -> CalendarWords.phases(it, problems))
              .filter(it -> !it.isEmpty())
              .map(List::getFirst);
      lines.add(new MonitoringLine(entry.keyword(), measures, phases, stable, entry.at()));
    }
    return lines;
  }

  private static List<DoseRule> rules(Entries entries, Problems problems) {
    List<DoseRule> rules = new ArrayList<>();
    for (Clause entry : below(entries, "dose changes", problems)) {
      Optional<Trigger> trigger = TriggerWords.trigger(entry.keyword(), entry.at(), problems);
      boolean words = entry.isWords();
      Entries rule =
          words
              ? Entries.of(entries(entry), TreatmentFields.RULE, problems)
              : Entries.of(entry, TreatmentFields.RULE, problems);
      List<Action> actions = actions(rule, "do", problems);
      Optional<Trigger> resume =
          rule.clause("resume when")
              .filter(it -> Words.single(it, "a comparison", problems))
              .flatMap(it -> TriggerWords.trigger(it.words(), it.wordsAt(), problems));
      List<Action> otherwise = actions(rule, "otherwise", problems);
      Span at = entry.at();
      trigger.ifPresent(
          it -> rules.add(new DoseRule(entry.keyword(), it, actions, resume, otherwise, at)));
    }
    return rules;
  }

  /// `infection: stop for 3 days` means `infection: {do: stop for 3 days}`.
  private static Clause entries(Clause entry) {
    Clause action =
        new Clause("do", entry.words(), entry.shape(), List.of(), entry.at(), entry.wordsAt());
    return new Clause(
        entry.keyword(), "", Clause.Shape.MAP, List.of(action), entry.at(), entry.wordsAt());
  }

  private static List<Action> actions(Entries rule, String name, Problems problems) {
    return rule.clause(name)
        .filter(it -> Words.single(it, "what is done", problems))
        .map(it -> TriggerWords.actions(it, problems))
        .orElse(List.of());
  }
}
