package io.scimdoctor.catalog;

import io.scimdoctor.finding.Confidence;
import java.util.List;

/**
 * What an exchange shows.
 *
 * @param condition the row that describes it best
 * @param confidence how sure that is
 * @param runnersUp other rows that describe it too, best first
 */
public record Classification(Condition condition, Confidence confidence, List<Condition> runnersUp) {}
