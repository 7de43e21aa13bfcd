// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/// Lets the JDK prepare, on threads of their own and while the study file is read, what every run
/// needs soon: its digest provider and the tables of its decimals. Nothing depends on it but time.
final class HeadStart {
  /// So many bytes are digested until the compiler has seen to the digest.
  private static final int WARM = 1 << 16;

  private HeadStart() {}

  static void begin() {
    Thread.ofPlatform().daemon().start(HeadStart::decimals);
    Thread.ofPlatform().daemon().start(HeadStart::digests);
  }

  private static void decimals() {
    Objects.requireNonNull(BigDecimal.TEN);
  }

  private static void digests() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Objects.requireNonNull(digest.digest(new byte[WARM]));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
