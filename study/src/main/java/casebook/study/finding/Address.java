// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.Locale;

/// Where a number stands: slugs joined by points,
/// `keyword.subject[.restricted.SUBSET].MODEL.STATISTIC`.
///
/// @param path the whole address
public record Address(String path) implements Comparable<Address> {
  public Address {
    if (!path.matches("[a-z0-9_]+(\\.[a-z0-9_]+)*")) {
      throw new IllegalArgumentException("not an address: " + path);
    }
  }

  /// An address from labels; each becomes a slug.
  public static Address of(String... labels) {
    StringBuilder path = new StringBuilder();
    for (String label : labels) {
      path.append(path.isEmpty() ? "" : ".").append(slug(label));
    }
    return new Address(path.toString());
  }

  /// This address with one more part.
  public Address with(String label) {
    return new Address(path + "." + slug(label));
  }

  /// The last part.
  public String last() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// A label as part of an address: lower case, other runs of characters become `_`.
  ///
  /// A label without any letter or digit of the Latin alphabet is `_`.
  public static String slug(String label) {
    String slug =
        label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "_").replaceAll("^_+|_+$", "");
    return slug.isEmpty() ? "_" : slug;
  }

  @Override
  public int compareTo(Address other) {
    return path.compareTo(other.path);
  }

  @Override
  public String toString() {
    return path;
  }
}
