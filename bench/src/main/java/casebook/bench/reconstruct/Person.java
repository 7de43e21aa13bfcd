// SPDX-License-Identifier: Apache-2.0
package casebook.bench.reconstruct;

import java.time.LocalDate;
import java.util.List;

/// An invented participant of the anti-protein S study, in parts that can be exchanged between two
/// persons of the same group without making either of them impossible.
///
/// @param story who the person is and what happened
/// @param antibodies anti-protein S antibodies; empty of meaning when `story` has no plasma
/// @param phospholipid lupus anticoagulant and the six antiphospholipid antibodies
/// @param leiden factor V Leiden genotype with the activated protein C ratio that goes with it
/// @param prothrombin genotype of PT20210A: `GG`, `GA` or `AA`
/// @param factor12 genotype of F12 C46T: `CC`, `CT` or `TT`
/// @param clotting plasma levels, in percent
record Person(
    Story story,
    Antibodies antibodies,
    Phospholipid phospholipid,
    Leiden leiden,
    String prothrombin,
    String factor12,
    Clotting clotting) {

  /// Who somebody is.
  ///
  /// @param id identifier, such as `P001` or `C001`
  /// @param patient patient or control
  /// @param male sex
  /// @param plasma whether plasma was available
  /// @param age years at sampling
  /// @param event what happened to a patient; empty values for a control
  /// @param referred day of referral or recruitment
  /// @param sampled day of the blood sample
  record Story(
      String id,
      boolean patient,
      boolean male,
      boolean plasma,
      int age,
      Event event,
      LocalDate referred,
      LocalDate sampled) {}

  /// A patient's thrombosis.
  ///
  /// @param age years at the first event
  /// @param recurrent whether there was another
  /// @param last day of the last event
  /// @param site `DVT`, `PE` or `other`
  record Event(int age, boolean recurrent, LocalDate last, String site) {}

  /// IgM and IgG in arbitrary units.
  record Antibodies(double igm, double igg) {}

  /// Lupus anticoagulant, and anticardiolipin, antiphosphatidylserine and anti-beta2-glycoprotein I
  /// of both isotypes.
  record Phospholipid(boolean lupus, List<Boolean> others) {
    boolean anyOther() {
      return others.contains(true);
    }
  }

  /// Factor V Leiden: `wt`, `het` or `hom`, and the ratio; NaN where it was not measured.
  record Leiden(String genotype, double ratio) {}

  /// Antithrombin, protein C, total and free protein S and factor VIII, in percent.
  record Clotting(int antithrombin, int proteinC, int total, int free, int factor8) {}
}
