// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The files that the program carries for its papers: style sheets, a script, templates, fonts.
final class PageFile {
  private PageFile() {}

  /// The text of a page's file that the program carries.
  static String read(String name) {
    return read("page", name);
  }

  /// The text of a file of a folder that the program carries.
  static String read(String folder, String name) {
    try (InputStream in = open(folder, name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file of a folder that the program carries.
  static InputStream open(String folder, String name) {
    String path = "/casebook/" + folder + "/" + name;
    InputStream in = PageFile.class.getResourceAsStream(path);
    if (in == null) {
      throw new IllegalStateException("the program lacks its file " + path);
    }
    return in;
  }

  /// The source expression that lets a page's policy accept exactly this text.
  static String policy(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
