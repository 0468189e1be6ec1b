/** Cuts bytes into lines, records and JSON values. Knows nothing of exchanges. */
@NullMarked
package io.scimdoctor.capture.source;

import org.jspecify.annotations.NullMarked;
