/** The interactive session: one terminal, line after line, each run as a command line of its own. */
@NullMarked
package io.scimdoctor.cli.shell;

import org.jspecify.annotations.NullMarked;
