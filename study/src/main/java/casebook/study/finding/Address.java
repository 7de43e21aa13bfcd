// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a number stands: slugs joined by points,
/// `keyword.subject[.restricted.SUBSET].MODEL.STATISTIC`.
///
/// @param path the whole address
public record Address(String path) implements Comparable<Address> {
  public Address {
    boolean fits = !path.isEmpty() && path.charAt(path.length() - 1) != '.';
    for (int i = 0; fits && i < path.length(); i++) {
      char c = path.charAt(i);
      fits = isSlug(c) || (c == '.' && i > 0 && path.charAt(i - 1) != '.');
    }
    if (!fits) {
      throw new IllegalArgumentException("not an address: " + path);
    }
  }

  private static boolean isSlug(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
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
    String lower = label.toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder(lower.length());
    boolean other = false; // characters that are left out stand before
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (isSlug(c)) {
        slug.append(other ? "_" : "").append(c);
      }
      other = !isSlug(c);
    }
    return stripped(slug);
  }

  private static String stripped(StringBuilder slug) {
    int from = 0;
    int to = slug.length();
    while (from < to && slug.charAt(from) == '_') {
      from++;
    }
    while (to > from && slug.charAt(to - 1) == '_') {
      to--;
    }
    return from == to ? "_" : slug.substring(from, to);
  }

  // written out, as the generated ones must be made anew at each start

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address address && path.equals(address.path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
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
