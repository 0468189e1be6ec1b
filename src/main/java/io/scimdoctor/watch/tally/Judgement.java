package io.scimdoctor.watch.tally;

import org.jspecify.annotations.Nullable;

/**
 * Whether a dimension could be judged.
 *
 * @param obstacle why not, or null
 */
public record Judgement(
        Dimension dimension, boolean judged, @Nullable String obstacle) {
    Judgement(Dimension dimension, @Nullable String obstacle) {
        this(dimension, obstacle == null, obstacle);
    }
}
