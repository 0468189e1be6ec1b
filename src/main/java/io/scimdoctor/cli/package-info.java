/** The command line: options in, one use case, one report, one exit code out. */
@NullMarked
package io.scimdoctor.cli;

import org.jspecify.annotations.NullMarked;
