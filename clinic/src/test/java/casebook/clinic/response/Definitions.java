// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.response;

import casebook.clinic.protocol.PublishedResponses;
import casebook.clinic.protocol.ResponseDefinition;

/// The published definitions that the tests compare.
final class Definitions {
  static final ResponseDefinition LETTER = named("itp-letter-2007");
  static final ResponseDefinition IWG = named("itp-iwg-2009");

  private Definitions() {}

  static ResponseDefinition named(String name) {
    return PublishedResponses.find(name).orElseThrow();
  }
}
