// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Method;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// A paragraph while it is written: words, and numbers in brackets that lead to the references.
final class Prose {
  private final Citations citations;
  private final List<Inline> content = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();

  Prose(Citations citations) {
    this.citations = citations;
  }

  /// Adds words as they are.
  Prose say(String text) {
    words.append(text);
    return this;
  }

  /// Begins a sentence.
  Prose sentence(String text) {
    boolean first = content.isEmpty() && words.isEmpty();
    return say(first ? text : " " + text);
  }

  /// Adds the numbers of the references that some words name.
  Prose cite(String reference) {
    List<Integer> numbers = citations.numbers(reference);
    for (int i = 0; i < numbers.size(); i++) {
      say(i == 0 ? " [" : ",");
      flush();
      String number = Integer.toString(numbers.get(i));
      content.add(new Inline.Link(number, Citations.LIST + "-" + number));
    }
    return numbers.isEmpty() ? this : say("]");
  }

  /// Adds methods as a list, each with its references.
  ///
  /// @param last the word before the last, such as `and`
  Prose methods(Collection<Method> methods, String last) {
    int place = 0;
    for (Method method : methods) {
      if (place > 0) {
        say(place == methods.size() - 1 ? " " + last + " " : ", ");
      }
      String interval = method.interval();
      say(phrase(method.name()) + (interval.isEmpty() ? "" : " with " + interval + " limits"));
      cite(method.reference());
      citations.say(method);
      place++;
    }
    return this;
  }

  /// The name of a method inside a sentence: `sample odds ratios`, `the Pearson chi-square test`,
  /// `logistic regression (maximum likelihood)`.
  private static String phrase(String name) {
    int comma = name.indexOf(", ");
    if (comma > 0) {
      return phrase(name.substring(0, comma)) + " (" + name.substring(comma + 2) + ")";
    }
    if (name.endsWith("odds ratio") || name.endsWith("difference")) {
      return name + "s";
    }
    int test = name.indexOf(" test");
    int owner = name.indexOf("'s ");
    return test > 0 && (owner < 0 || owner > test) ? "the " + name : name;
  }

  private void flush() {
    if (!words.isEmpty()) {
      content.add(new Inline.Text(words.toString()));
      words.setLength(0);
    }
  }

  /// Adds a link to a table or figure.
  Prose link(Inline.Link link) {
    flush();
    content.add(link);
    return this;
  }

  boolean isEmpty() {
    return content.isEmpty() && words.isEmpty();
  }

  /// The paragraph.
  Block paragraph() {
    flush();
    return new Block.Paragraph(content);
  }

  /// `a`, `a and b`, `a, b and c`.
  static String list(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
