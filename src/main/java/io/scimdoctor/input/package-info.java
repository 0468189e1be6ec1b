/** What the user names as input: a file, or standard input. */
@NullMarked
package io.scimdoctor.input;

import org.jspecify.annotations.NullMarked;
