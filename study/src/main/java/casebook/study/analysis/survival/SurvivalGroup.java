// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.finding.Rows;

/// One group of people who were followed.
///
/// @param label its name
/// @param slug its part of an address
/// @param people how long each was followed
/// @param rows who is in, and why others are not
record SurvivalGroup(String label, String slug, Followed people, Rows rows) {}
