/** Reads files and logs that hold captures within them, and hands on what they hold. */
@NullMarked
package io.scimdoctor.capture.container;

import org.jspecify.annotations.NullMarked;
