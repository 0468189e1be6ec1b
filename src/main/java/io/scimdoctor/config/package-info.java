/** Flags, environment and defaults, each value with its source. */
@NullMarked
package io.scimdoctor.config;

import org.jspecify.annotations.NullMarked;
