/** What goes over the wire: replies, the shapes of answers, the server on loopback. */
@NullMarked
package io.scimdoctor.simulator.wire;

import org.jspecify.annotations.NullMarked;
