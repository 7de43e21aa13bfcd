// SPDX-License-Identifier: Apache-2.0
/// What happened to each patient, brought together for figures that draw patients one by one.
@NullMarked
package casebook.clinic.analysis.course;

import org.jspecify.annotations.NullMarked;
