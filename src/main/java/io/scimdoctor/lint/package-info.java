/** Offline rules for requests to this API: what the service would refuse, ignore or read differently. */
@NullMarked
package io.scimdoctor.lint;

import org.jspecify.annotations.NullMarked;
