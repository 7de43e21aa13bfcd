// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256, which every JDK has.
final class Digest {
  private Digest() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }

  static String sha256(byte[] bytes) {
    return text(sha256().digest(bytes));
  }

  static String text(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }
}
