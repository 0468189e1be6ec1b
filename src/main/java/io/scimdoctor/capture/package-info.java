/** What every reader of captures works with: the draft of an exchange, small questions about text, and who takes the result. */
@NullMarked
package io.scimdoctor.capture;

import org.jspecify.annotations.NullMarked;
