package io.scimdoctor.input;

import org.jspecify.annotations.Nullable;

/**
 * Where a captured exchange stands.
 *
 * @param file the file as the user named it, or {@code -} for standard input
 * @param index the 1-based line (NDJSON, CSV: the line on which the row starts), the 0-based entry (HAR), or the 1-based
 *     element or block (JSON arrays, own runs, text)
 * @param id what the capture calls the exchange, when it does
 */
public record Source(String file, long index, @Nullable String id) {}
