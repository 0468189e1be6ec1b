package io.scimdoctor.diagnosis;

import io.scimdoctor.catalog.Observation;
import io.scimdoctor.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an exchange shows.
 *
 * @param seen the exchange, taken apart
 * @param facts what a report says of it
 * @param finding what is wrong, or null when it succeeded
 * @param alternatives ids of other conditions that it might be, likeliest first
 */
public record Diagnosis(
        Observation seen, ExchangeFacts facts, @Nullable Finding finding, List<String> alternatives) {}
