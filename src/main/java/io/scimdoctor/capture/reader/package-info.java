/** Opens a capture: decides what it is, and reads it by the lists of all forms, one answer or ten million. */
@NullMarked
package io.scimdoctor.capture.reader;

import org.jspecify.annotations.NullMarked;
