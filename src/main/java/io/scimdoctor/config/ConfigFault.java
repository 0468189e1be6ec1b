package io.scimdoctor.config;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a configuration file, and where.
 *
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, never with a value of the file
 * @param hint what to do, or null
 */
public record ConfigFault(
        int line, int column, String message, @Nullable String hint) {}
