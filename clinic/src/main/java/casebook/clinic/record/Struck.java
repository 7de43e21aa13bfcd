// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

/// An event that was struck: not used, kept and listed.
///
/// @param event the event as it was written
/// @param reason why it was struck, as written
public record Struck(Event event, String reason) {}
