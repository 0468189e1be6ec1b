/** Reads single records: the JSON objects and rows in which clients, logs and exporters tell of a call. */
@NullMarked
package io.scimdoctor.capture.record;

import org.jspecify.annotations.NullMarked;
