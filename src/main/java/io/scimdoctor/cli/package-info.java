/**
 * Dispatch: from the words of a command line to the command that they name.
 *
 * <p>Here live {@code Main}, the list of commands, the commands about all of them, such as {@code completion}, and the
 * run that trains the class-data archive. They may use every room below; nobody uses them.
 */
@NullMarked
package io.scimdoctor.cli;

import org.jspecify.annotations.NullMarked;
