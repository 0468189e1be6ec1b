/** A call to the simulator, and the shapes of what the service answers. */
@NullMarked
package io.scimdoctor.simulator.wire;

import org.jspecify.annotations.NullMarked;
