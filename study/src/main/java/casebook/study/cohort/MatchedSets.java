// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

/// How the matched sets stand in the data when the study names them by id.
///
/// @param sets sets with at least one case and one control
/// @param casesAlone cases whose set has no control
/// @param controlsAlone controls whose set has no case
/// @param controlsWithoutSet controls that name no set
/// @param againstRule controls that do not meet the declared rule for any case of their set
/// @param notJudged controls for whom the rule cannot be judged because a matching variable is
///   missing
public record MatchedSets(
    int sets,
    int casesAlone,
    int controlsAlone,
    int controlsWithoutSet,
    int againstRule,
    int notJudged) {}
