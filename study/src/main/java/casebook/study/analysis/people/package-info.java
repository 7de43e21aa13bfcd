// SPDX-License-Identifier: Apache-2.0
/// The persons that an analysis is about.
@NullMarked
package casebook.study.analysis.people;

import org.jspecify.annotations.NullMarked;
