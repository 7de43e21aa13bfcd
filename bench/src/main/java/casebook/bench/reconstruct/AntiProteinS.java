// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import casebook.bench.reconstruct.Person.Event;
import casebook.bench.reconstruct.Person.Phospholipid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Makes `participants.csv` of the bundled study `anti-protein-s`: 500 invented people from whom every
/// number comes that the letter prints.
///
///     ./dev reconstruct anti-protein-s FILE [--seed N] [--no-search]
///
/// With `--no-search` nothing is fitted to the printed digits: what comes out is what such a study
/// might have found. The same seed gives the same bytes.
public final class AntiProteinS {
  private static final String HEADER =
      "id,group,sex,age,own_vt,family_vt,related,event_age,recurrent,last_event,referred,sampled,"
          + "site,igm_ps,igg_ps,la,acl_igg,acl_igm,aps_igg,aps_igm,b2_igg,b2_igm,antithrombin,"
          + "protein_c,ps_total,ps_free,fviii,apc_ratio,fvl,pt20210a,f12";

  private AntiProteinS() {}

  /// Writes the file.
  public static void main(String[] arguments) throws IOException {
    long seed = 1;
    boolean search = true;
    for (int i = 1; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--seed" -> seed = Long.parseLong(arguments[++i]);
        case "--no-search" -> search = false;
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    Files.writeString(Path.of(arguments[0]), csv(seed, search));
  }

  /// The file's content.
  ///
  /// @param search whether the printed digits are searched for
  static String csv(long seed, boolean search) {
    List<Person> people = new ArrayList<>(new People(seed, search).draw());
    if (search) {
      new DigitSearch(seed).improve(people);
    }
    StringBuilder csv = new StringBuilder(HEADER).append('\n');
    for (Person person : people) {
      csv.append(String.join(",", row(person))).append('\n');
    }
    return csv.toString();
  }

  private static List<String> row(Person person) {
    Person.Story story = person.story();
    List<String> cells = new ArrayList<>();
    cells.add(story.id());
    cells.add(story.patient() ? "1" : "0");
    cells.add(story.male() ? "1" : "2");
    cells.add(String.valueOf(story.age()));
    if (story.patient()) {
      Event event = story.event();
      cells.addAll(List.of("", "", ""));
      cells.add(String.valueOf(event.age()));
      cells.add(yesNo(event.recurrent()));
      cells.add(event.last().toString());
    } else {
      cells.addAll(List.of("no", "no", "no", "", "", ""));
    }
    cells.add(story.referred().toString());
    cells.add(story.sampled().toString());
    cells.add(story.event().site());
    cells.addAll(measured(person));
    return cells;
  }

  private static List<String> measured(Person person) {
    List<String> cells = new ArrayList<>();
    boolean plasma = person.story().plasma();
    cells.add(plasma ? decimal(person.antibodies().igm(), 1) : "");
    cells.add(plasma ? decimal(person.antibodies().igg(), 1) : "");
    Phospholipid phospholipid = person.phospholipid();
    cells.add(yesNo(phospholipid.lupus()));
    for (boolean other : phospholipid.others()) {
      cells.add(yesNo(other));
    }
    Person.Clotting clotting = person.clotting();
    for (int level :
        List.of(
            clotting.antithrombin(),
            clotting.proteinC(),
            clotting.total(),
            clotting.free(),
            clotting.factor8())) {
      cells.add(String.valueOf(level));
    }
    double ratio = person.leiden().ratio();
    cells.add(Double.isNaN(ratio) ? "" : decimal(ratio, 2));
    cells.add(person.leiden().genotype());
    cells.add(person.prothrombin());
    cells.add(person.factor12());
    return cells;
  }

  private static String yesNo(boolean truth) {
    return truth ? "yes" : "no";
  }

  private static String decimal(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
