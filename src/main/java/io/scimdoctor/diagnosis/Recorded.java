package io.scimdoctor.diagnosis;

import io.scimdoctor.finding.Confidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange of a recorded run showed when it was made. The diagnosis then could use more
 * than the record keeps, above all the token.
 *
 * @param id the finding's id, or null when the call succeeded
 * @param confidence how sure it was, or null when the run does not say so
 * @param alternatives ids of other conditions that it might be
 */
public record Recorded(@Nullable String id, @Nullable Confidence confidence, List<String> alternatives) {}
