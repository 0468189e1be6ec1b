/** The short way through a log: counts what need not be read whole. */
@NullMarked
package io.scimdoctor.capture.bulk;

import org.jspecify.annotations.NullMarked;
