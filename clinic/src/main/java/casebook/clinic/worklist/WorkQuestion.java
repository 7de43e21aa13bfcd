// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.worklist;

import casebook.clinic.protocol.Protocol;
import java.time.LocalDate;

/// What a work list is asked for.
///
/// @param protocol what the study file says
/// @param day the day; nothing after it is looked at
/// @param ahead how many days ahead a visit that is coming is listed, at least 0
/// @param why whether each item says what it rests on
public record WorkQuestion(Protocol protocol, LocalDate day, int ahead, boolean why) {
  /// So many days ahead a visit is listed where nobody says otherwise.
  public static final int AHEAD = 14;

  public WorkQuestion {
    if (ahead < 0) {
      throw new IllegalArgumentException(ahead + " days ahead; at least 0");
    }
  }
}
