// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Lets the JDK prepare, on a thread of its own and while the study file is read, what every run
/// needs soon: its digest provider and the tables of its decimals. Nothing depends on it but time.
final class HeadStart {
  private HeadStart() {}

  static void begin() {
    Thread.ofPlatform().daemon().start(HeadStart::prepare);
  }

  private static void prepare() {
    try {
      MessageDigest.getInstance("SHA-256").digest(BigDecimal.TEN.toBigInteger().toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
