/** Sends requests; network trouble comes back as data, never as an exception. */
@NullMarked
package io.scimdoctor.http;

import org.jspecify.annotations.NullMarked;
