// SPDX-License-Identifier: Apache-2.0
package casebook.study.language.text;

/// A point in a text: line and column in characters, both from 0.
record Place(int line, int column) {}
