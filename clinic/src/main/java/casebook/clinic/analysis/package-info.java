// SPDX-License-Identifier: Apache-2.0
/// What a study can ask for that needs the events of its patients.
@NullMarked
package casebook.clinic.analysis;

import org.jspecify.annotations.NullMarked;
