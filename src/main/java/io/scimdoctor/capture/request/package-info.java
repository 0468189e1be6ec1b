/** Reads requests that were not sent yet: commands, scripts, and the files of HTTP clients. */
@NullMarked
package io.scimdoctor.capture.request;

import org.jspecify.annotations.NullMarked;
