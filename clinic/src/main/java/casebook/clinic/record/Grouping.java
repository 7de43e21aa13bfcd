// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import casebook.clinic.record.Event.Dose;
import casebook.clinic.record.Event.Level;
import casebook.clinic.record.Event.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Sorts the events of a patient, which come in the order of time, by what they are of.
final class Grouping {
  private final List<Series.Gathered> measured = new ArrayList<>();
  private final Map<String, List<Dose>> doses = new LinkedHashMap<>();
  private final Map<Class<?>, List<Event>> others = new HashMap<>();
  private int next;

  void add(Event event) {
    // by class, as almost all events are measurements
    if (event instanceof Measurement it) {
      gathered(it.name()).add(it, it.entry().day());
    } else if (event instanceof Level it) {
      gathered(it.name()).add(it, it.entry().day());
    } else if (event instanceof Dose dose) {
      doses.computeIfAbsent(dose.drug(), any -> new ArrayList<>()).add(dose);
    } else {
      others.computeIfAbsent(event.getClass(), any -> new ArrayList<>()).add(event);
    }
  }

  /// Visits measure the same things in the same order: the one after the last is looked at first.
  private Series.Gathered gathered(String name) {
    int size = measured.size();
    for (int i = 0; i < size; i++) {
      int place = next < size ? next : 0;
      next = place + 1;
      if (Series.same(measured.get(place).name(), name)) {
        return measured.get(place);
      }
    }
    Series.Gathered added = new Series.Gathered(name);
    measured.add(added);
    next = 0;
    return added;
  }

  Series[] measured() {
    Series[] all = new Series[measured.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = measured.get(i).series();
    }
    return all;
  }

  DoseSeries[] doses() {
    DoseSeries[] all = new DoseSeries[doses.size()];
    int at = 0;
    for (Map.Entry<String, List<Dose>> drug : doses.entrySet()) {
      all[at++] = new DoseSeries(drug.getKey(), drug.getValue());
    }
    return all;
  }

  Map<Class<?>, List<Event>> others() {
    return others;
  }
}
