/**
 * The process around a command: streams, environment, options, interruption, exit codes.
 *
 * <p>Knows no command. Every other room of {@code cli} builds on it.
 */
@NullMarked
package io.scimdoctor.cli.process;

import org.jspecify.annotations.NullMarked;
