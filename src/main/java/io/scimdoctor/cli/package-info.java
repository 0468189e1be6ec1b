/**
 * Dispatch: from the words of a command line to the command that they name.
 *
 * <p>Here live {@code Main}, the list of commands, what describes all of them, and what trains the archive. They may use
 * every room below; nobody uses them.
 */
@NullMarked
package io.scimdoctor.cli;

import org.jspecify.annotations.NullMarked;
