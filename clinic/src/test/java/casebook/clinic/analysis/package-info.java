// SPDX-License-Identifier: Apache-2.0
/// Tests of the analyses that need the events of patients.
@NullMarked
package casebook.clinic.analysis;

import org.jspecify.annotations.NullMarked;
